//! How a module uses its own items, so that none is dead code where the module is private.

/// What is named in the implementation of a trait counts as used. What is named in `const _` does as well, but not before
/// Rust 1.89.
#[doc(hidden)]
pub trait Used<By> {
    const NONE: Option<By>;
}

#[doc(hidden)]
#[macro_export]
macro_rules! __used {
    ($($item:path),*) => {
        const _: () = {
            enum This {}

            impl $crate::__private::Used<This> for () {
                const NONE: ::core::option::Option<This> = {
                    $(let _ = $item;)*
                    ::core::option::Option::None
                };
            }
        };
    };
}
