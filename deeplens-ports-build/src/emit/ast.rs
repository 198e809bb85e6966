//! Expressions and types of the few forms that a module consists of, as syntax trees.
//!
//! Trees are built by hand, not parsed from quoted tokens: that is three times as fast in an unoptimised build script,
//! and without its parser `syn` builds in a fifth of the time, which every user waits for.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::token::{Brace, Bracket, Paren};
use syn::{
    AngleBracketedGenericArguments, Block, Expr, ExprArray, ExprBlock, ExprCall, ExprLit,
    ExprMethodCall, ExprPath, ExprReference, GenericArgument, Ident, Lit, LitInt, LitStr, Path,
    PathArguments, PathSegment, Stmt, Token, Type, TypeArray, TypePath, TypeReference, TypeSlice,
};

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

pub(super) fn plain_path(names: &[&str]) -> Path {
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

/// `::core::option::Option<of>`.
pub(super) fn optional_type(of: Type) -> Type {
    let mut option = ty(&["core", "option", "Option"], Some(of));
    if let Type::Path(path) = &mut option {
        path.path.leading_colon = Some(<Token![::]>::default());
    }
    option
}

/// `&of`.
pub(super) fn reference_type(of: Type) -> Type {
    Type::Reference(TypeReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        lifetime: None,
        mutability: None,
        elem: Box::new(of),
    })
}

/// `&[of]`.
pub(super) fn slice_type(of: Type) -> Type {
    reference_type(Type::Slice(TypeSlice {
        attrs: Vec::new(),
        bracket_token: Bracket::default(),
        elem: Box::new(of),
    }))
}

/// `&[of; count]`.
pub(super) fn array_type(of: &str, count: usize) -> Type {
    reference_type(Type::Array(TypeArray {
        attrs: Vec::new(),
        bracket_token: Bracket::default(),
        elem: Box::new(ty(&[of], None)),
        semi_token: <Token![;]>::default(),
        len: number(count),
    }))
}

/// `{ statements value }`.
pub(super) fn block(mut statements: Vec<Stmt>, value: Expr) -> Expr {
    statements.push(Stmt::Expr(value, None));
    Expr::Block(ExprBlock {
        attrs: Vec::new(),
        label: None,
        block: Block {
            brace_token: Brace::default(),
            stmts: statements,
        },
    })
}
