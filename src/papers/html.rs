//! A paper as a page of HTML that programs for writing open: its tables stay tables, and it loads nothing.
//!
//! Invariant: every text that stands on the paper stands in it, and none is ever markup.

use super::{Block, Paper, Signatures, Table};
use crate::format::wording::seen;

/// Words that stand in the page and are not the paper's own.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Before the number of a page, and between it and that of all.
    pub page: [&'static str; 2],
    /// What is written by hand under a signature.
    pub signed: [&'static str; 2],
    /// Before the line for place and day.
    pub place: &'static str,
    /// What the square is for.
    pub square: &'static str,
}

/// Room to write, where no line can be drawn.
const ROOM: &str = "....................................................";

/// The sheet, as it stands and as it lies.
const STANDING: &str = "@page WordSection1{size:595.3pt 841.9pt}@page{size:A4}";
const LYING: &str =
    "@page WordSection1{size:841.9pt 595.3pt;mso-page-orientation:landscape}@page{size:A4 landscape}";
/// How it looks; the names with `mso` are what Word goes by.
const STYLE: &str = "@page WordSection1{margin:56pt 50pt 56pt 50pt;mso-header:h1;mso-footer:f1}\
@page{margin:20mm 17mm}\
div.WordSection1{page:WordSection1}\
body{font-family:Arial,sans-serif;font-size:10pt;line-height:1.3;color:#000}\
h1,h2,h3{font-family:Arial,sans-serif}h1{font-size:15pt;margin:8pt 0}h2{font-size:12pt;margin:14pt 0 4pt}h3{font-size:10.5pt;margin:10pt 0 3pt}\
h1,h2,h3{page-break-after:avoid}p{margin:0 0 5pt}\
table{border-collapse:collapse;width:100%;margin:0 0 8pt}\
td,th{border:1pt solid #000;padding:3pt 4pt;vertical-align:top;text-align:left;font-weight:normal}\
thead th{font-weight:bold}thead{display:table-header-group}\
.facts td,.facts th,.signed td{border:none}.signed p{margin:0 0 2pt}.signed tr{page-break-inside:avoid}.facts th{width:30%}\
.letterhead{text-align:center;border-bottom:1.5pt solid #000}.letterhead p{font-weight:bold;margin:0}\
.strip{border:1pt solid #000;padding:3pt;font-size:8.5pt}";

/// The page.
#[must_use]
pub fn page(paper: &Paper, words: &Words) -> String {
    let mut out = String::new();
    let strip = escaped(&paper.strip);
    let [before, between] = words.page;
    for piece in [
        "<!doctype html>\n<html lang=\"id\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">\n<head><meta charset=\"utf-8\"><title>",
        &escaped(&paper.title),
        "</title>\n<style>",
        if paper.lying { LYING } else { STANDING },
        STYLE,
        "</style></head>\n<body><div class=\"WordSection1\">\n",
        // Only Word reads the first, only LibreOffice the title of the second: what stands above on every page.
        "<!--[if gte mso 9]><div style=\"mso-element:header\" id=\"h1\"><p class=\"strip\">",
        &strip.replace("--", "- -"),
        "</p></div><div style=\"mso-element:footer\" id=\"f1\"><p>",
        before,
        "<span style='mso-field-code:\" PAGE \"'></span>",
        between,
        "<span style='mso-field-code:\" NUMPAGES \"'></span></p></div><![endif]-->\n<div title=\"header\"><p class=\"strip\">",
        &strip,
        "</p></div>\n",
    ] {
        out.push_str(piece);
    }
    if !paper.letterhead.is_empty() {
        out.push_str("<div class=\"letterhead\" align=\"center\">");
        for line in &paper.letterhead {
            strong(&mut out, line);
        }
        out.push_str("</div>\n");
    }
    wrap(&mut out, "h1", &paper.title);
    for block in &paper.blocks {
        put(&mut out, block, words);
    }
    out.push_str("<p class=\"strip\">");
    out.push_str(&strip);
    out.push_str("</p>\n</div></body></html>\n");
    out
}

fn put(out: &mut String, block: &Block, words: &Words) {
    match block {
        Block::Part(text) => wrap(out, "h2", text),
        Block::Piece(text) => wrap(out, "h3", text),
        Block::Text(text) => wrap(out, "p", text),
        Block::Strong(text) => strong(out, text),
        Block::Facts(facts) => {
            out.push_str("<table class=\"facts\" border=\"0\" width=\"100%\"><tbody>\n");
            for (name, said) in facts {
                out.push_str("<tr valign=\"top\"><th scope=\"row\" width=\"30%\">");
                out.push_str(&escaped(name));
                out.push_str("</th><td>");
                out.push_str(if said.is_empty() { ROOM.to_owned() } else { escaped(said) }.as_str());
                out.push_str("</td></tr>\n");
            }
            out.push_str("</tbody></table>\n");
        }
        Block::Table(table) => rows(out, table),
        Block::List(numbered, points) => {
            let tag = if *numbered { "ol" } else { "ul" };
            open(out, tag);
            for point in points {
                wrap(out, "li", point);
            }
            close(out, tag);
        }
        Block::Lines(count) => {
            for _ in 0..*count {
                wrap(out, "p", ROOM);
            }
        }
        Block::Signatures(signatures) => signed(out, signatures, words),
        Block::NewPage => out.push_str("<br clear=\"all\" style=\"page-break-before:always\">\n"),
    }
}

fn rows(out: &mut String, table: &Table) {
    out.push_str(
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<thead><tr valign=\"top\">",
    );
    for (head, share) in &table.heads {
        out.push_str("<th scope=\"col\" width=\"");
        out.push_str(&table.percent(*share).to_string());
        out.push_str("%\"><b>");
        out.push_str(&escaped(head));
        out.push_str("</b></th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr valign=\"top\">");
        for (at, cell) in row.iter().enumerate() {
            out.push_str(if at == 0 { "<th scope=\"row\">" } else { "<td>" });
            out.push_str(&escaped(cell));
            close(out, if at == 0 { "th" } else { "td" });
        }
        close(out, "tr");
    }
    out.push_str("</tbody></table>\n");
}

/// Everyone in a column: as what, the post, the square, and what is written beneath it.
fn signed(out: &mut String, signatures: &Signatures, words: &Words) {
    let place = if signatures.place.is_empty() { ROOM } else { &signatures.place };
    wrap(out, "p", &[words.place, ": ", place].concat());
    out.push_str("<table class=\"signed\" border=\"0\" width=\"100%\"><tbody><tr valign=\"top\">\n");
    for (role, post) in &signatures.who {
        open(out, "td");
        wrap(out, "p", role);
        wrap(out, "p", if post.is_empty() { ROOM } else { post });
        out.push_str("<table border=\"1\" cellspacing=\"0\" width=\"151\" style=\"width:4cm\"><tbody><tr valign=\"top\"><td width=\"151\" height=\"151\" style=\"width:4cm;height:4cm;border:0.5pt solid #000\">");
        out.push_str(&escaped(words.square));
        out.push_str("</td></tr></tbody></table>\n");
        for name in words.signed {
            out.push_str("<p>");
            out.push_str(&escaped(name));
            out.push_str(": ..............................</p>\n");
        }
        close(out, "td");
    }
    out.push_str("</tr></tbody></table>\n");
}

fn strong(out: &mut String, text: &str) {
    out.push_str("<p><b>");
    out.push_str(&escaped(text));
    out.push_str("</b></p>\n");
}

fn wrap(out: &mut String, tag: &str, text: &str) {
    open(out, tag);
    out.push_str(&escaped(text));
    close(out, tag);
}

fn open(out: &mut String, tag: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
}

fn close(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

/// A text as it stands in the page: no letter of it is markup or unseen, and its line breaks are kept.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in seen(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>\n"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Words = Words { page: ["P ", " of "], signed: ["N", "I"], place: "L", square: "S" };

    #[test]
    fn no_text_is_markup_wherever_it_stands() {
        let bad = "<script>alert(1)</script> & \u{202e}\"--><b>";
        let text = || bad.to_owned();
        let table = Table { name: text(), heads: vec![(text(), 1)], rows: vec![vec![text(), text()]] };
        let signatures = Signatures { place: text(), who: vec![(text(), text())] };
        let paper = Paper {
            title: text(),
            strip: text(),
            letterhead: vec![text()],
            lying: false,
            blocks: vec![
                Block::Part(text()),
                Block::Piece(text()),
                Block::Text(text()),
                Block::Strong(text()),
                Block::Facts(vec![(text(), text())]),
                Block::Table(table),
                Block::List(true, vec![text()]),
                Block::Lines(2),
                Block::Signatures(signatures),
                Block::NewPage,
            ],
        };
        let page = page(&paper, &WORDS);
        assert!(!page.contains("<script") && !page.contains("\"--><b>"), "{page}");
        assert_eq!(page.matches("<!--").count(), page.matches("-->").count());
        assert_eq!(page.matches("&lt;script&gt;").count(), 19, "each text stands where it belongs");
        assert!(
            !page.contains('\u{202e}') && page.contains("\\u{202e}"),
            "nor does any turn the line around"
        );
        assert!(page.matches("<tr").count() == page.matches("</tr>").count());
    }

    #[test]
    fn a_line_break_stays_one_and_a_head_is_one() {
        let mut table = Table::new("t", &[("a", 1), ("b", 3)]);
        table.rows.push(vec!["r".to_owned(), "one\ntwo".to_owned()]);
        let paper = Paper { blocks: vec![Block::Table(table)], ..Paper::default() };
        let page = page(&paper, &WORDS);
        assert!(page.contains("one<br>\ntwo"), "{page}");
        assert!(
            page.contains(
                "<thead><tr valign=\"top\"><th scope=\"col\" width=\"25%\"><b>a</b></th><th scope=\"col\" width=\"75%\"><b>b"
            )
        );
    }
}
