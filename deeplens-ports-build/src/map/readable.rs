//! Structs that are built inside of this crate and read outside.

/// A struct whose fields are read by methods of their names: texts as `&str`, lists as slices.
macro_rules! readable {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: [$($ty:tt)*],)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $(pub(crate) $field: readable!(@held $($ty)*),)*
        }

        impl $name {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $field(&self) -> readable!(@read $($ty)*) {
                    readable!(@of self.$field, $($ty)*)
                }
            )*
        }
    };
    (@held str) => { String };
    (@read str) => { &str };
    (@of $field:expr, str) => { &$field };
    (@held maybe str) => { Option<String> };
    (@read maybe str) => { Option<&str> };
    (@of $field:expr, maybe str) => { $field.as_deref() };
    (@held many $of:ty) => { Vec<$of> };
    (@read many $of:ty) => { &[$of] };
    (@of $field:expr, many $of:ty) => { &$field };
    (@held maybe $of:ty) => { Option<$of> };
    (@read maybe $of:ty) => { Option<&$of> };
    (@of $field:expr, maybe $of:ty) => { $field.as_ref() };
    (@held shared $of:ty) => { std::sync::Arc<$of> };
    (@read shared $of:ty) => { &$of };
    (@of $field:expr, shared $of:ty) => { &$field };
    (@held maybe_shared $of:ty) => { Option<std::sync::Arc<$of>> };
    (@read maybe_shared $of:ty) => { Option<&$of> };
    (@of $field:expr, maybe_shared $of:ty) => { $field.as_deref() };
    (@held copy $of:ty) => { $of };
    (@read copy $of:ty) => { $of };
    (@of $field:expr, copy $of:ty) => { $field };
}
pub(super) use readable;
