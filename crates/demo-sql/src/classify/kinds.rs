//! What a statement is by its words.

use crate::tokens::{Kind, Token, tokens};

/// The bits of a type, in the order in which MaxScale writes them.
const TYPES: [&str; 21] = [
    "READ",
    "WRITE",
    "MASTER_READ",
    "SESSION_WRITE",
    "USERVAR_WRITE",
    "USERVAR_READ",
    "SYSVAR_READ",
    "GSYSVAR_READ",
    "GSYSVAR_WRITE",
    "BEGIN_TRX",
    "ENABLE_AUTOCOMMIT",
    "DISABLE_AUTOCOMMIT",
    "ROLLBACK",
    "COMMIT",
    "PREPARE_NAMED_STMT",
    "EXEC_STMT",
    "CREATE_TMP_TABLE",
    "DEALLOC_PREPARE",
    "READONLY",
    "READWRITE",
    "NEXT_TRX",
];

/// Functions that only read; others may write.
const READING: &str = " abs acos adddate addtime aes_decrypt aes_encrypt ascii asin atan atan2 avg \
    bin bit_and bit_count bit_length bit_or bit_xor cast ceil ceiling char char_length \
    character_length charset coalesce coercibility collation concat concat_ws connection_id conv \
    convert convert_tz cos cot count crc32 cume_dist curdate current_date current_role \
    current_time current_timestamp current_user curtime database date date_add date_format \
    date_sub datediff day dayname dayofmonth dayofweek dayofyear decode default degrees dense_rank \
    elt encode encrypt exp export_set extract extractvalue field find_in_set first_value floor \
    format found_rows from_base64 from_days from_unixtime greatest group_concat hex hour if ifnull \
    in inet_aton inet_ntoa insert instr interval isnull json_array json_arrayagg json_contains \
    json_extract json_length json_object json_type json_unquote json_valid lag last_day last_value \
    lcase lead least left length like ln load_file localtime localtimestamp locate log log10 log2 \
    lower lpad ltrim make_set makedate maketime master_pos_wait max md5 mid min minute mod month \
    monthname now nth_value ntile nullif oct octet_length ord password period_add period_diff pi \
    position pow power quarter quote radians rand rank regexp_instr regexp_replace regexp_substr \
    repeat replace reverse right round row_count row_number rpad rtrim schema sec_to_time second \
    session_user sha sha1 sha2 sign sin sleep soundex space sqrt std stddev str_to_date strcmp \
    subdate substr substring substring_index subtime sum sysdate system_user tan time time_format \
    time_to_sec timediff timestamp timestampadd timestampdiff to_base64 to_days to_seconds trim \
    truncate ucase uncompress unhex unix_timestamp upper user utc_date utc_time utc_timestamp uuid \
    uuid_short values var_pop variance version week weekday weekofyear weight_string year yearweek ";

/// What the words of a statement tell.
pub struct Found {
    /// The bits of its type, as names.
    pub types: Vec<&'static str>,
    /// What it does.
    pub operation: &'static str,
    /// Whether its form can be checked.
    pub is_parsed_by_sqlparser: bool,
}

/// The bits as MaxScale writes them.
#[must_use]
pub fn mask(types: Vec<&'static str>) -> String {
    let known = TYPES.iter().filter(|known| types.contains(known));
    known.map(|name| format!("sql::TYPE_{name}")).collect::<Vec<_>>().join("|")
}

/// The words of a statement.
struct Words<'a> {
    sql: &'a str,
    all: Vec<Token>,
}

impl Words<'_> {
    fn at(&self, index: usize) -> String {
        self.all.get(index).map(|word| word.text(self.sql).to_ascii_lowercase()).unwrap_or_default()
    }

    fn has(&self, wanted: &str) -> bool {
        self.all.iter().any(|word| word.is(self.sql, wanted))
    }
}

/// What the words tell; `None` if the first one begins no statement.
#[must_use]
pub fn by_words(sql: &str) -> Option<Found> {
    let words = Words { sql, all: tokens(sql) };
    let second = words.at(1);
    let first = words.at(0);
    let (types, operation) = match first.as_str() {
        "select" | "(" | "values" => return Some(select(&words)),
        "with" if !words.has("insert") => return Some(select(&words)),
        "insert" | "replace" => return Some(checked(vec!["WRITE"], "sql::OP_INSERT")),
        "update" => return Some(checked(vec!["WRITE"], "sql::OP_UPDATE")),
        "delete" => return Some(checked(vec!["WRITE"], "sql::OP_DELETE")),
        "create" => create(&words),
        "drop" if second == "table" => (vec!["WRITE"], "sql::OP_DROP_TABLE"),
        "drop" => (vec!["WRITE"], "sql::OP_DROP"),
        "alter" if second == "table" => (vec!["WRITE"], "sql::OP_ALTER_TABLE"),
        "alter" => (vec!["WRITE"], "sql::OP_ALTER"),
        "truncate" => (vec!["WRITE"], "sql::OP_TRUNCATE"),
        "begin" | "start" => (begin(&words), "sql::OP_UNDEFINED"),
        "commit" => (vec!["COMMIT"], "sql::OP_UNDEFINED"),
        "rollback" if words.has("to") => (vec!["WRITE"], "sql::OP_UNDEFINED"),
        "rollback" => (vec!["ROLLBACK"], "sql::OP_UNDEFINED"),
        "set" => set(&words),
        "use" => (vec!["SESSION_WRITE"], "sql::OP_CHANGE_DB"),
        "show" => show(&words),
        "explain" | "describe" | "desc" if words.all.len() == 2 => (vec!["READ"], "sql::OP_SHOW"),
        "explain" | "describe" | "desc" => (vec!["READ"], "sql::OP_EXPLAIN"),
        "analyze" if second == "table" => (vec!["WRITE"], "sql::OP_UNDEFINED"),
        "analyze" => (vec!["READ"], "sql::OP_EXPLAIN"),
        "call" => (vec!["WRITE"], "sql::OP_CALL"),
        "do" => (vec!["READ", "WRITE"], "sql::OP_UNDEFINED"),
        "kill" => (vec!["WRITE"], "sql::OP_KILL"),
        "grant" => (vec!["WRITE"], "sql::OP_GRANT"),
        "revoke" => (vec!["WRITE"], "sql::OP_REVOKE"),
        "load" if words.has("local") => (vec!["WRITE"], "sql::OP_LOAD_LOCAL"),
        "load" => (vec!["WRITE"], "sql::OP_LOAD"),
        "prepare" => (vec!["PREPARE_NAMED_STMT"], "sql::OP_UNDEFINED"),
        "execute" => (vec!["WRITE"], "sql::OP_EXECUTE"),
        "deallocate" => (vec!["DEALLOC_PREPARE"], "sql::OP_UNDEFINED"),
        "savepoint" | "release" | "lock" | "unlock" | "flush" | "check" | "optimize" | "rename"
        | "handler" | "xa" => (vec!["WRITE"], "sql::OP_UNDEFINED"),
        "reset" => (vec!["SESSION_WRITE"], "sql::OP_UNDEFINED"),
        _ => return None,
    };
    Some(Found { types, operation, is_parsed_by_sqlparser: false })
}

fn checked(types: Vec<&'static str>, operation: &'static str) -> Found {
    Found { types, operation, is_parsed_by_sqlparser: true }
}

fn select(words: &Words<'_>) -> Found {
    let mut types = if words.has("into") {
        let to_file = words.has("outfile") || words.has("dumpfile");
        vec![if to_file { "WRITE" } else { "USERVAR_WRITE" }]
    } else {
        vec!["READ"]
    };
    for (index, word) in words.all.iter().enumerate() {
        let text = word.text(words.sql).to_ascii_lowercase();
        if let Some(system) = text.strip_prefix("@@") {
            let is_primary = ["identity", "last_gtid", "last_insert_id"].contains(&system);
            types.push(if is_primary { "MASTER_READ" } else { "SYSVAR_READ" });
        } else if text.starts_with('@') {
            let assigns = words.at(index + 1) == ":=";
            types.push(if assigns { "USERVAR_WRITE" } else { "USERVAR_READ" });
        } else if text == "for" && words.at(index + 1) == "update" {
            types.push("WRITE");
        } else if word.kind == Kind::Word && words.at(index + 1) == "(" {
            types.extend(called(&text));
        }
    }
    checked(types, "sql::OP_SELECT")
}

/// Words that may stand before a parenthesis without being functions.
const NO_FUNCTIONS: &str = " select from where and or not in on as join union all any some exists \
    values over partition by then else when set having limit using with between ";

fn called(name: &str) -> Option<&'static str> {
    let spaced = format!(" {name} ");
    if name == "last_insert_id" {
        return Some("MASTER_READ");
    }
    let is_harmless = NO_FUNCTIONS.contains(&spaced) || READING.contains(&spaced);
    (!is_harmless).then_some("WRITE")
}

fn create(words: &Words<'_>) -> (Vec<&'static str>, &'static str) {
    let is_temporary = words.has("temporary");
    let is_table = words.at(1) == "table" || words.at(2) == "table" || words.at(3) == "table";
    match (is_table, is_temporary) {
        (true, true) => (vec!["WRITE", "CREATE_TMP_TABLE"], "sql::OP_CREATE_TABLE"),
        (true, false) => (vec!["WRITE"], "sql::OP_CREATE_TABLE"),
        _ if words.at(1) == "user" => (vec!["WRITE"], "sql::OP_CREATE_USER"),
        _ if words.at(1) == "role" => (vec!["WRITE"], "sql::OP_CREATE_ROLE"),
        _ => (vec!["WRITE"], "sql::OP_CREATE"),
    }
}

fn begin(words: &Words<'_>) -> Vec<&'static str> {
    if words.at(0) == "start" && words.at(1) != "transaction" {
        return vec!["WRITE"];
    }
    if words.has("only") {
        return vec!["BEGIN_TRX", "READONLY"];
    }
    if words.has("write") { vec!["BEGIN_TRX", "READWRITE"] } else { vec!["BEGIN_TRX"] }
}

fn set(words: &Words<'_>) -> (Vec<&'static str>, &'static str) {
    let is_global = words.at(1) == "global" || words.at(1).starts_with("@@global.");
    if words.has("transaction") {
        let mut types = match words.at(1).as_str() {
            "global" => return (vec!["GSYSVAR_WRITE"], "sql::OP_SET_TRANSACTION"),
            "session" => vec!["SESSION_WRITE"],
            _ => vec!["NEXT_TRX"],
        };
        if words.has("only") {
            types.push("READONLY");
        } else if words.has("write") {
            types.push("READWRITE");
        }
        return (types, "sql::OP_SET_TRANSACTION");
    }
    if words.at(1) == "password" || words.at(1) == "role" || words.at(1) == "default" {
        return (vec!["WRITE"], "sql::OP_SET");
    }
    if is_global {
        return (vec!["GSYSVAR_WRITE"], "sql::OP_SET");
    }
    let mut types = vec!["SESSION_WRITE"];
    for (index, word) in words.all.iter().enumerate() {
        let text = word.text(words.sql).to_ascii_lowercase();
        let is_set = matches!(words.at(index + 1).as_str(), "=" | ":=");
        if text.starts_with('@') && !text.starts_with("@@") && is_set {
            types.push("USERVAR_WRITE");
        }
        if text.trim_start_matches("@@").trim_start_matches("session.") == "autocommit" && is_set {
            match words.at(index + 2).as_str() {
                "0" | "off" | "false" => types.extend(["BEGIN_TRX", "DISABLE_AUTOCOMMIT"]),
                "1" | "on" | "true" => types.extend(["ENABLE_AUTOCOMMIT", "COMMIT"]),
                _ => {}
            }
        }
    }
    (types, "sql::OP_SET")
}

fn show(words: &Words<'_>) -> (Vec<&'static str>, &'static str) {
    let what = words.at(1);
    let kind = match what.as_str() {
        "databases" | "schemas" => return (vec!["READ"], "sql::OP_SHOW_DATABASES"),
        "index" | "indexes" | "keys" | "warnings" | "errors" => "WRITE",
        "master" | "binary" => "WRITE",
        "variables" => "SYSVAR_READ",
        "global" if words.at(2) == "variables" => "GSYSVAR_READ",
        "session" if words.at(2) == "variables" => "SYSVAR_READ",
        _ => "READ",
    };
    (vec![kind], "sql::OP_SHOW")
}
