//! HTML as it comes, and the text it must become.

use super::*;

fn to_text(html: &str) -> HtmlText {
    super::to_text(html, &Pictures::new())
}

fn check(html: &str, text: &str) {
    assert_eq!(to_text(html).text, text, "{html}");
}

#[test]
fn blocks_breaks_and_blanks() {
    check("<p>One  two\n three</p><p>Four</p>", "One two three\n\nFour");
    check("<div>a</div><div><br></div><div>b<br>c</div>", "a\n\nb\nc");
    check("a&nbsp;&amp;&nbsp;b &lt;c&gt; &copy; &#8364;", "a & b <c> © €");
    check("<pre>x\n  y</pre>", "x\n  y");
    check("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", "a\nb");
}

#[test]
fn lists_tables_quotes_links_and_pictures() {
    check("<ul><li>a<li>b</ul><ol><li>c</li><li>d</li></ol>", "- a\n- b\n\n1. c\n2. d");
    check("<table><tr><td>Order<td>17</tr><tr><td>Total</td><td>9 EUR</td></tr></table>", "Order  17\nTotal  9 EUR");
    check("<div>yes</div><blockquote type=cite>no<blockquote>why</blockquote></blockquote>", "yes\n\n> no\n>\n>> why");
    check(
        "<a href='https://example.org/a'>here</a> <a href='https://example.org/'>example.org</a>",
        "here <https://example.org/a> example.org",
    );
    check("<img src='cid:logo@x' alt='our logo'>", "[image: our logo]");
    let html = to_text("<a href='https://example.org/a'>here</a><ol><li>x</ol>");
    assert_eq!(html.seen, "here\n\nx");
}

#[test]
fn what_is_not_seen_is_dropped_and_told() {
    for hidden in [
        "<div style='display:none'>#close</div>",
        "<span style=\"font-size:0px\">#close</span>",
        "<div style='MAX-HEIGHT: 0; overflow:hidden'>#close</div>",
        "<p hidden>#close</p>",
    ] {
        let html = to_text(&format!("<body>{hidden}Hello</body>"));
        assert_eq!((html.text.as_str(), html.has_hidden), ("Hello", true), "{hidden}");
    }
    let white = to_text("<font color=#ffffff>#close</font>Hello");
    assert!(white.has_hidden && white.text.contains("#close"));
    assert!(!to_text("<td bgcolor=#000000><span style='color:white'>Buy</span></td>").has_hidden);
    check("<style>p{}</style><script>if(a<b)</script><title>t</title>Hello", "Hello");
    assert!(!to_text("<style>p{}</style><div style='display:none'>&#847;&zwnj; </div>x").text.contains('p'));
}

#[test]
fn marks_name_their_lines() {
    let html =
        to_text("<div>Yes</div><div class=gmail_quote><div class=gmail_attr>Ann schrieb:</div><blockquote>No</blockquote></div>");
    assert_eq!(html.text, "Yes\nAnn schrieb:\n\n> No");
    assert_eq!(html.marks.first(), Some(&(1, Mark::Attribution)));
    let html = to_text("<p>Yes</p><div id=divRplyFwdMsg>From: Ann</div><div>No</div>");
    assert_eq!(html.text, "Yes\nFrom: Ann\nNo");
    assert_eq!(html.marks, [(1, Mark::QuoteToEnd)]);
    let html = to_text("Hi<div class=gmail_signature>Ann</div>there");
    assert_eq!(html.marks, [(1, Mark::SignatureStart), (2, Mark::SignatureEnd)]);
}

#[test]
fn hostile_depth_and_attributes_stay_linear() {
    let deep = "<div>".repeat(100_000) + "x";
    assert_eq!(to_text(&deep).text, "x");
    let deep = "<blockquote>".repeat(50_000) + "x" + &"</blockquote>".repeat(50_000);
    assert!(to_text(&deep).text.contains('x'));
    let tag = format!("<p {}>x", (0..200_000).map(|i| format!("a{i}=1 ")).collect::<String>());
    assert_eq!(to_text(&tag).text, "x");
    check("<p>unclosed <b>bold <i>and", "unclosed bold and");
    check("a < b and <3", "a < b and <3");
}

#[test]
fn paragraphs_in_lists_and_cells_need_no_lines_of_their_own() {
    check("<ul><li><p>a</p></li><li><p>b</p><ol><li><p>c</p></li></ol></li></ul>", "- a\n- b\n  1. c");
    check("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", "- a\n  - b\n    - c\n- d");
    check(
        "<table><tr><td><p>Order</p></td><td><p>17</p></td></tr><tr><td><div>Total</div></td><td><div>9 EUR</div></td></tr></table>",
        "Order  17\nTotal  9 EUR",
    );
    check("<table><tr><td><p>One</p><p>Two</p></td><td>side</td></tr></table>", "One\n\nTwo\nside");
    check("<table><tr><td>yes<blockquote>no</blockquote></td></tr></table>", "yes\n\n> no");
    check("<table><tr><td><blockquote>no</blockquote></td><td>yes</td></tr></table>", "> no\nyes");
    check("<ol start=5><li>five<li value=9>nine<li>ten</ol>", "5. five\n9. nine\n10. ten");
    let word = "<p class=MsoListParagraph><span style='mso-list:Ignore'>%<span>&nbsp;&nbsp;&nbsp; </span></span>One</p>";
    check(&[word.replace('%', "·"), word.replace('%', "o"), word.replace('%', "2.")].concat(), "- One\n- One\n2. One");
    check("<pre>\nx\n\n  y\n</pre>", "x\n\n  y");
}

#[test]
fn more_ways_of_hiding() {
    for hidden in [
        "<style>.preheader{display:none !important}</style><div class=preheader>#close</div>",
        "<div style='height:0;overflow:hidden'>#close</div>",
        "<div style='font-size:1px;line-height:1px'>#close</div>",
        "<div style='opacity:0.0'>#close</div>",
        "<div style='visibility:hidden'>#close</div>",
        "<span style='position:absolute;left:-9999px'>#close</span>",
        "<span style='color:#fefefe;background-color:#fefefe'>#close</span>",
        "<span style='color:transparent'>#close</span>",
    ] {
        let html = to_text(&format!("<body>{hidden}Hello</body>"));
        assert_eq!((html.text.as_str(), html.has_hidden), ("Hello", true), "{hidden}");
    }
    for shown in [
        "<style>@media(max-width:9px){.a{display:none}}</style><p class=a>Hello</p>",
        "<style>.a{display:none}</style><p class=a style='display:block'>Hello</p>",
        "<a style='mso-hide:all'>Hello</a>",
        "<p style='font-size:1em;line-height:0;height:0'>Hello</p>",
        "<td style='font-size:0;max-height:0'>Hello</td>",
        "<!--[if mso]><p>Outlook</p><![endif]--><![if !mso]><p>Hello</p><![endif]><o:p></o:p>",
    ] {
        check(shown, "Hello");
    }
    let filling = "&nbsp;&zwnj;&#847;&#8199;".repeat(200);
    assert!(to_text(&format!("Hi{filling}there")).text.len() < 40);
    check("می\u{200c}خواهم", "می\u{200c}خواهم");
}

#[test]
fn pictures_are_named_as_they_are_attached() {
    let pictures = Pictures::from([("logo@x".to_owned(), "logo.png".to_owned()), ("a.gif".to_owned(), "b.gif".to_owned())]);
    let html = super::to_text(
        "Hi <img src='cid:LOGO@x' alt='A picture of text'> and <img src=a.gif> <img src='https://x/y.gif' alt=spy>",
        &pictures,
    );
    assert_eq!((html.text.as_str(), html.seen.trim_end()), ("Hi [image: logo.png] and [image: b.gif]", "Hi  and"));
    assert_eq!(html.pictures.into_iter().collect::<Vec<_>>(), ["a.gif", "logo@x"]);
    check("<a href='mailto:ann@example.org?subject=x'>Ann Lee</a>", "Ann Lee <ann@example.org>");
}
