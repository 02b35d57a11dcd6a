//! Short names for what the module imports.
//!
//! Invariant: module and script are renamed alike, and by order alone, so that builds repeat.
//!
//! wasm-bindgen gives every import a name with a hash of its own, which no compression takes away.

use anyhow::{Context, Result};

/// How the names begin that wasm-bindgen makes up.
const MADE_UP: &str = "__wb";
/// The section of a module that lists its imports.
const IMPORTS: u8 = 2;
/// Bytes before the first section: a magic number and a version.
const HEADER: usize = 8;

/// Renames the imports of a module, and the script's names for them.
pub fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut reader = Reader { bytes: wasm, at: HEADER };
    let mut renamed = wasm.get(..HEADER).context("no module")?.to_vec();
    let mut names = Vec::new();
    while reader.at < wasm.len() {
        let kind = reader.byte()?;
        let size = reader.number()?;
        let mut section = reader.take(size)?.to_vec();
        if kind == IMPORTS {
            section = imports(&section, &mut names)?;
        }
        renamed.push(kind);
        push_number(&mut renamed, section.len());
        renamed.extend(section);
    }
    Ok((rename(glue, &names), renamed))
}

/// The section with short names; `names` gets the long ones, the place of each being its short name.
fn imports(section: &[u8], names: &mut Vec<String>) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut renamed = Vec::new();
    let count = reader.number()?;
    push_number(&mut renamed, count);
    for _ in 0..count {
        let module = reader.text()?;
        let mut name = reader.text()?.to_owned();
        if name.starts_with(MADE_UP) {
            let short = short(names.len());
            names.push(name);
            name = short;
        }
        for text in [module, &name] {
            push_number(&mut renamed, text.len());
            renamed.extend(text.as_bytes());
        }
        let start = reader.at;
        reader.skip_type()?;
        renamed.extend(&section[start..reader.at]);
    }
    Ok(renamed)
}

/// The script with every long name replaced, longest first: one may begin with another.
fn rename(glue: &str, names: &[String]) -> String {
    let mut pairs: Vec<(&String, String)> =
        names.iter().enumerate().map(|(at, name)| (name, short(at))).collect();
    pairs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    pairs.iter().fold(glue.to_owned(), |glue, (name, short)| glue.replace(name.as_str(), short))
}

/// A name that nothing else in the script has.
fn short(at: usize) -> String {
    format!("_{at:x}")
}

fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// Reads a module's binary format.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize) -> Result<&'a [u8]> {
        let end = self.at.checked_add(size).context("a section is too long")?;
        let taken = self.bytes.get(self.at..end).context("the module breaks off")?;
        self.at = end;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// A number in seven-bit groups, lowest first.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        anyhow::bail!("a number has no end")
    }

    fn text(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        Ok(std::str::from_utf8(self.take(size)?)?)
    }

    /// What an import is: function, table, memory or global.
    fn skip_type(&mut self) -> Result<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => self.byte().and_then(|_| self.skip_limits()),
            2 => self.skip_limits(),
            3 => self.take(2).map(drop),
            other => anyhow::bail!("an import of kind {other}"),
        }
    }

    fn skip_limits(&mut self) -> Result<()> {
        let bounded = self.byte()? & 1 == 1;
        self.number()?;
        if bounded {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_module_are_renamed_alike() {
        let import = |name: &str| {
            let text = |text: &str| [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
            [text("./app_bg.js"), text(name), vec![0, 5]].concat()
        };
        let module = |names: [&str; 3]| {
            let section = [vec![3], names.map(import).concat()].concat();
            let size = u8::try_from(section.len()).unwrap();
            [b"\0asm\x01\0\0\0".to_vec(), vec![IMPORTS, size], section, vec![10, 1, 0]].concat()
        };
        let glue = "{ __wbg_get_ab: f, __wbg_get_abc: g, own: h }";
        let (glue, wasm) = shorten(glue, &module(["__wbg_get_ab", "own", "__wbg_get_abc"])).unwrap();
        assert_eq!(glue, "{ _0: f, _1: g, own: h }");
        assert_eq!(wasm, module(["_0", "own", "_1"]));
    }
}
