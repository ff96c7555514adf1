//! The sorts of elements, as far as they matter for a text.
//!
//! Each tag asks for its element's sort once; everything else compares these and no names, of which there are many.

use html5ever::{LocalName, local_name};

/// What an element is for the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// Its content is no markup and no text.
    Script,
    Style,
    Raw,
    Title,
    /// Its content is text and no markup.
    TextArea,
    /// It has no content, and nothing of it shows.
    Void,
    Break,
    Rule,
    Picture,
    Head,
    Body,
    /// What is in it does not show.
    Unseen,
    Paragraph,
    Heading,
    Quote,
    Preformatted,
    OrderedList,
    List,
    /// A list that needs no lines of its own.
    Menu,
    Definitions,
    Definition,
    Item,
    Table,
    Row,
    Cell,
    /// Stands on lines of its own.
    Block,
    /// Begins on a line of its own.
    Section,
    Option,
    Link,
    Inline,
    #[default]
    Other,
}

/// The sort of an element by its name in small letters.
pub(super) fn sort_of(name: &LocalName) -> Sort {
    match *name {
        local_name!("script") => Sort::Script,
        local_name!("style") => Sort::Style,
        local_name!("noembed") | local_name!("noframes") | local_name!("iframe") | local_name!("xmp") => Sort::Raw,
        local_name!("title") => Sort::Title,
        local_name!("textarea") => Sort::TextArea,
        local_name!("br") => Sort::Break,
        local_name!("hr") => Sort::Rule,
        local_name!("img") => Sort::Picture,
        local_name!("input")
        | local_name!("meta")
        | local_name!("link")
        | local_name!("wbr")
        | local_name!("col")
        | local_name!("area")
        | local_name!("base")
        | local_name!("embed")
        | local_name!("source")
        | local_name!("param") => Sort::Void,
        local_name!("head") => Sort::Head,
        local_name!("body") => Sort::Body,
        local_name!("noscript")
        | local_name!("template")
        | local_name!("object")
        | local_name!("svg")
        | local_name!("select") => Sort::Unseen,
        local_name!("p") => Sort::Paragraph,
        local_name!("h1") | local_name!("h2") | local_name!("h3") | local_name!("h4") | local_name!("h5") | local_name!("h6") => {
            Sort::Heading
        }
        local_name!("blockquote") => Sort::Quote,
        local_name!("pre") => Sort::Preformatted,
        local_name!("ol") => Sort::OrderedList,
        local_name!("ul") => Sort::List,
        local_name!("menu") | local_name!("dir") => Sort::Menu,
        local_name!("dl") => Sort::Definitions,
        local_name!("dt") | local_name!("dd") => Sort::Definition,
        local_name!("li") => Sort::Item,
        local_name!("table") => Sort::Table,
        local_name!("tr") => Sort::Row,
        local_name!("td") | local_name!("th") => Sort::Cell,
        local_name!("div")
        | local_name!("section")
        | local_name!("article")
        | local_name!("header")
        | local_name!("footer")
        | local_name!("center")
        | local_name!("address")
        | local_name!("form")
        | local_name!("caption")
        | local_name!("figure") => Sort::Block,
        local_name!("fieldset")
        | local_name!("main")
        | local_name!("nav")
        | local_name!("aside")
        | local_name!("figcaption")
        | local_name!("tbody")
        | local_name!("thead") => Sort::Section,
        local_name!("option") => Sort::Option,
        local_name!("a") => Sort::Link,
        local_name!("abbr")
        | local_name!("b")
        | local_name!("big")
        | local_name!("code")
        | local_name!("em")
        | local_name!("font")
        | local_name!("i")
        | local_name!("label")
        | local_name!("s")
        | local_name!("small")
        | local_name!("span")
        | local_name!("strike")
        | local_name!("strong")
        | local_name!("sub")
        | local_name!("sup")
        | local_name!("tt")
        | local_name!("u") => Sort::Inline,
        // Word's paragraphs are full of them.
        _ if &**name == "o:p" => Sort::Inline,
        _ => Sort::Other,
    }
}

impl Sort {
    /// Whether an end tag of its kind must not close what stands on lines of its own.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Link)
    }

    /// Elements whose end tag people leave out: whether one of this sort ends the innermost open one.
    pub(super) fn closes(self, top: Self) -> bool {
        match self {
            Self::Item => top == Self::Item,
            Self::Paragraph | Self::Table | Self::List | Self::OrderedList | Self::Quote | Self::Block => {
                matches!(top, Self::Paragraph | Self::Head)
            }
            Self::Cell => matches!(top, Self::Cell | Self::Paragraph),
            Self::Row => matches!(top, Self::Cell | Self::Row | Self::Paragraph),
            Self::Definition => top == Self::Definition,
            Self::Option => top == Self::Option,
            // A head that nobody closed ends where something shows.
            Self::Body | Self::Heading | Self::Inline | Self::Link => top == Self::Head,
            _ => false,
        }
    }
}
