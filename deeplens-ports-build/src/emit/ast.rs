//! The few forms of Rust that most of a module consists of, as syntax trees.
//!
//! A tree that is built costs an unoptimised build script much less than one that is parsed from tokens.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::token::{Bracket, Paren};
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprArray, ExprCall, ExprLit,
    ExprMethodCall, ExprPath, ExprReference, GenericArgument, Generics, Ident, Item, ItemConst,
    ItemMod, Lit, LitInt, LitStr, Meta, MetaNameValue, Path, PathArguments, PathSegment, Token,
    Type, TypePath, VisRestricted, Visibility,
};

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn plain_path(names: &[&str]) -> Path {
    let segments = names.iter().map(|name| PathSegment::from(ident(name)));
    Path {
        leading_colon: None,
        segments: segments.collect(),
    }
}

/// `super::facts::QDRANT`.
pub(super) fn path(names: &[&str]) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: plain_path(names),
    })
}

/// `new::endpoint(arguments)`.
pub(super) fn call(names: &[&str], arguments: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(path(names)),
        paren_token: Paren::default(),
        args: arguments.into_iter().collect(),
    })
}

/// `receiver.name(arguments)`.
pub(super) fn method(
    receiver: Expr,
    name: &str,
    arguments: impl IntoIterator<Item = Expr>,
) -> Expr {
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: <Token![.]>::default(),
        method: ident(name),
        turbofish: None,
        paren_token: Paren::default(),
        args: arguments.into_iter().collect(),
    })
}

/// `&value`.
pub(super) fn reference(value: Expr) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        mutability: None,
        expr: Box::new(value),
    })
}

/// `&[items]`.
pub(super) fn slice(items: impl IntoIterator<Item = Expr>) -> Expr {
    reference(Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: Bracket::default(),
        elems: items.into_iter().collect::<Punctuated<_, _>>(),
    }))
}

pub(super) fn text(text: impl AsRef<str>) -> Expr {
    literal(Lit::Str(LitStr::new(text.as_ref(), Span::call_site())))
}

pub(super) fn number(number: usize) -> Expr {
    let digits = number.to_string();
    literal(Lit::Int(LitInt::new(&digits, Span::call_site())))
}

fn literal(lit: Lit) -> Expr {
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit,
    })
}

/// `::core::option::Option::Some(text)`, or `None`.
pub(super) fn optional(text: Option<&str>) -> Expr {
    let name = if text.is_some() { "Some" } else { "None" };
    let mut option = path(&["core", "option", "Option", name]);
    if let Expr::Path(path) = &mut option {
        path.path.leading_colon = Some(<Token![::]>::default());
    }
    match text {
        None => option,
        Some(text) => Expr::Call(ExprCall {
            attrs: Vec::new(),
            func: Box::new(option),
            paren_token: Paren::default(),
            args: std::iter::once(self::text(text)).collect(),
        }),
    }
}

/// `deeplens_ports::Endpoint<deeplens_ports::Http>`; without an argument, the path alone.
pub(super) fn ty(names: &[&str], argument: Option<Type>) -> Type {
    let mut path = plain_path(names);
    if let (Some(argument), Some(last)) = (argument, path.segments.last_mut()) {
        let arguments = AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: std::iter::once(GenericArgument::Type(argument)).collect(),
            gt_token: <Token![>]>::default(),
        };
        last.arguments = PathArguments::AngleBracketed(arguments);
    }
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

/// `#[doc = "text"]`.
pub(super) fn doc(doc: &str) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: plain_path(&["doc"]),
            eq_token: <Token![=]>::default(),
            value: text(doc),
        }),
    }
}

pub(super) fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}

/// `pub(super)`.
pub(super) fn in_parent() -> Visibility {
    Visibility::Restricted(VisRestricted {
        pub_token: <Token![pub]>::default(),
        paren_token: Paren::default(),
        in_token: None,
        path: Box::new(plain_path(&["super"])),
    })
}

/// `visibility const NAME: ty = value;`.
pub(super) fn constant(
    attrs: Vec<Attribute>,
    vis: Visibility,
    name: &str,
    ty: Type,
    value: Expr,
) -> Item {
    Item::Const(ItemConst {
        attrs,
        vis,
        modifiers: syn::ConstModifiers::default(),
        const_token: <Token![const]>::default(),
        ident: ident(name),
        generics: Generics::default(),
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
        eq_token: <Token![=]>::default(),
        expr: Box::new(value),
        semi_token: <Token![;]>::default(),
    })
}

/// The module with the items behind what it has already.
pub(super) fn filled(mut module: ItemMod, items: Vec<Item>) -> Item {
    if let Some((_, content)) = &mut module.content {
        content.extend(items);
    }
    Item::Mod(module)
}
