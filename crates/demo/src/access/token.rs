//! Signed tokens (JWT with HS256), as `/auth` hands them out.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Who a token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The account that it was given to.
    pub user: String,
    /// The role that the account had then.
    pub role: String,
    /// What the account could do then, where tokens tell.
    pub permissions: Option<Vec<String>>,
}

impl Claims {
    /// What a token says that is given out now, good for that long (maxscale-25.md 2.1).
    #[must_use]
    pub fn payload(&self, now: SystemTime, life: Duration) -> Value {
        let issued = seconds(now);
        let mut payload = json!({
            "account": self.role,
            "aud": self.user,
            "exp": issued + life.as_secs(),
            "iat": issued,
            "iss": "maxscale",
            "sub": self.user,
        });
        if let (Value::Object(fields), Some(permissions)) = (&mut payload, &self.permissions) {
            let id: [u64; 2] = [fastrand::u64(..), fastrand::u64(..)];
            fields.insert("jti".to_owned(), json!(format!("{:016x}{:016x}", id[0], id[1])));
            fields.insert("permissions".to_owned(), json!(permissions));
        }
        payload
    }
}

/// Signs and checks tokens with a key that nobody else knows.
#[derive(Clone)]
pub struct Signer {
    key: [u8; 32],
}

impl Signer {
    /// A signer with a new key: what others signed is worth nothing to it.
    #[must_use]
    pub fn new() -> Self {
        let mut key = [0; 32];
        fastrand::Rng::new().fill(&mut key);
        Self { key }
    }

    /// A token for an account, good for that long.
    #[must_use]
    pub fn sign(&self, claims: &Claims, now: SystemTime, life: Duration) -> String {
        self.token(&claims.payload(now, life))
    }

    fn token(&self, body: &Value) -> String {
        let head = json!({ "alg": "HS256", "typ": "JWT" });
        let signed = format!("{}.{}", encode(&head), encode(body));
        let signature = URL_SAFE_NO_PAD.encode(self.signature(&signed));
        format!("{signed}.{signature}")
    }

    /// A token for an SQL connection: it opens that and nothing else.
    #[must_use]
    pub fn sign_connection(&self, id: &str, now: SystemTime, life: Duration) -> String {
        let issued = seconds(now);
        self.token(&json!({
            "aud": id,
            "exp": issued + life.as_secs(),
            "iat": issued,
            "iss": "maxscale",
            "sub": id,
        }))
    }

    /// Who a token stands for; `None` when it is not ours or has expired.
    #[must_use]
    pub fn verify(&self, token: &str, now: SystemTime) -> Option<Claims> {
        let body = self.body(token, now)?;
        let role = body.get("account")?.as_str()?.to_owned();
        let words = body.get("permissions").and_then(Value::as_array);
        let permissions =
            words.map(|words| words.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        Some(Claims { user: body.get("sub")?.as_str()?.to_owned(), role, permissions })
    }

    /// What a token is about; `None` when it is not ours or has expired.
    #[must_use]
    pub fn subject(&self, token: &str, now: SystemTime) -> Option<String> {
        Some(self.body(token, now)?.get("sub")?.as_str()?.to_owned())
    }

    /// What a token says; `None` when it is not ours or has expired.
    #[must_use]
    pub fn body(&self, token: &str, now: SystemTime) -> Option<Value> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        self.mac(signed)?.verify_slice(&signature).ok()?;
        let (_, body) = signed.split_once('.')?;
        let body: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).ok()?).ok()?;
        if body.get("exp")?.as_u64()? <= seconds(now) {
            return None;
        }
        Some(body)
    }

    fn mac(&self, text: &str) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(text.as_bytes());
        Some(mac)
    }

    fn signature(&self, text: &str) -> Vec<u8> {
        self.mac(text).map(|mac| mac.finalize().into_bytes().to_vec()).unwrap_or_default()
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_until_it_expires_and_only_with_its_signer() {
        let now = UNIX_EPOCH + Duration::from_secs(1_000_000);
        let signer = Signer::new();
        let eve = Claims { user: "eve".into(), role: "basic".into(), permissions: None };
        let token = signer.sign(&eve, now, Duration::from_secs(60));
        assert_eq!(signer.verify(&token, now), Some(eve));
        assert_eq!(signer.verify(&token, now + Duration::from_secs(60)), None);
        assert_eq!(Signer::new().verify(&token, now), None);
        assert_eq!(signer.verify(&token.replace('.', ""), now), None);
    }
}
