//! A paper on the page, as the browser prints it.
//!
//! Invariant: what the paper holds stands in the page whole; nothing about it is said by colour.

use yew::prelude::*;

use crate::papers::{Block, Paper, Signatures, Table};
use crate::ui::markup::html;
use crate::ui::text::kertas;

/// The paper. Its heading is that of the view. The strip stands in the head of a table, which browsers print again on
/// every page; for those who hear the page it is no table.
pub fn paper(paper: &Paper) -> Html {
    headed(paper, html! { <h1 tabindex="-1" id="view-title">{ paper.title.clone() }</h1> })
}

/// The same in a view that has a heading of its own on the screen, and none on paper.
pub fn under(paper: &Paper) -> Html {
    headed(paper, html! { <h1>{ paper.title.clone() }</h1> })
}

/// The same with the heading that it has where it stands.
pub fn headed(paper: &Paper, title: Html) -> Html {
    let mut drawn = Vec::new();
    for (at, one) in paper.blocks.iter().enumerate() {
        drawn.push(block(at, one));
    }
    html! {
        <table class="letter" role="presentation" data-kind={paper.lying.then_some("lying")}>
            <thead><tr><td><p class="letter-strip">{ paper.strip.clone() }</p></td></tr></thead>
            <tbody><tr><td>
                if !paper.letterhead.is_empty() {
                    <div class="letterhead">{ for paper.letterhead.iter().map(|line| html! { <p>{ line.clone() }</p> }) }</div>
                }
                { title }
                { for drawn }
            </td></tr></tbody>
        </table>
    }
}

fn block(at: usize, block: &Block) -> Html {
    match block {
        Block::Part(text) => html! { <h2>{ text.clone() }</h2> },
        Block::Piece(text) => html! { <h3>{ text.clone() }</h3> },
        Block::Text(text) => html! { <p class="typed">{ text.clone() }</p> },
        Block::Strong(text) => html! { <p class="typed"><strong>{ text.clone() }</strong></p> },
        Block::Facts(given) => facts(given),
        Block::Table(given) => table(at, given),
        Block::List(numbered, points) => {
            let points = points.iter().map(|point| html! { <li class="typed">{ point.clone() }</li> });
            if *numbered {
                html! { <ol>{ for points }</ol> }
            } else {
                html! { <ul>{ for points }</ul> }
            }
        }
        Block::Lines(count) => {
            html! { <div>{ for (0..*count).map(|_| html! { <p class="write-line"></p> }) }</div> }
        }
        Block::Signatures(given) => signatures(given),
        Block::NewPage => html! { <hr class="new-page" /> },
    }
}

fn facts(facts: &[(String, String)]) -> Html {
    let mut lines = Vec::new();
    for (name, said) in facts {
        let kind = if said.is_empty() { "write-line" } else { "typed" };
        lines.push(html! { <><dt>{ name.clone() }</dt><dd class={kind}>{ said.clone() }</dd></> });
    }
    html! { <dl class="letter-facts">{ for lines }</dl> }
}

fn table(at: usize, table: &Table) -> Html {
    let (mut heads, mut rows) = (Vec::new(), Vec::new());
    for (head, share) in &table.heads {
        let width = table.percent(*share).to_string() + "%";
        heads.push(html! { <th scope="col" {width}>{ head.clone() }</th> });
    }
    for row in &table.rows {
        let mut cells = Vec::new();
        for (at, cell) in row.iter().enumerate() {
            cells.push(if at == 0 {
                html! { <th scope="row" class="typed"><div>{ cell.clone() }</div></th> }
            } else {
                html! { <td class="typed">{ cell.clone() }</td> }
            });
        }
        let kind = table.is_long(row).then_some("long");
        rows.push(html! { <tr data-kind={kind}>{ for cells }</tr> });
    }
    html! {
        <div class="scroll" role="region" aria-label={table.name.clone()} tabindex="0" key={at}>
            <table class="letter-table" aria-label={table.name.clone()}>
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn signatures(signatures: &Signatures) -> Html {
    let mut columns = Vec::new();
    for (role, post) in &signatures.who {
        columns.push(html! {
            <div>
                <p>{ role.clone() }</p>
                <p class="write-line">{ post.clone() }</p>
                <p class="letter-square">{ kertas::WORDS.square }</p>
                { for kertas::WORDS.signed.into_iter().map(|name| html! { <p class="write-line">{ name }{ ":" }</p> }) }
            </div>
        });
    }
    html! {
        <div class="letter-signed">
            <p class="write-line">{ kertas::PLACE }{ ": " }{ signatures.place.clone() }</p>
            <div class="letter-columns">{ for columns }</div>
        </div>
    }
}
