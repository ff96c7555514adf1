//! HTML as it comes, and the text it must become.

use super::*;

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
