//! A moment of the calendar: read, taken apart, moved.

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// A moment, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970.
    pub seconds: i64,
}

impl Moment {
    /// Reads `2024-01-31`, with or without a time after it.
    pub fn read(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once([' ', 'T']).unwrap_or((text.trim(), "0:0:0"));
        let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let mut units = time.split(':').map(|part| part.parse::<f64>().unwrap_or_default());
        let mut next = || units.next().unwrap_or_default().clamp(0.0, 999.0) as i64;
        let seconds = next() * 3600 + next() * 60 + next();
        Some(Self { seconds: days(year, month, day) * DAY + seconds })
    }

    pub fn date(self) -> (i64, i64, i64) {
        civil(self.seconds.div_euclid(DAY))
    }

    pub fn clock(self) -> (i64, i64, i64) {
        let rest = self.seconds.rem_euclid(DAY);
        (rest / 3600, rest / 60 % 60, rest % 60)
    }

    pub fn weekday(self) -> i64 {
        (self.seconds.div_euclid(DAY) + 3).rem_euclid(7)
    }

    pub fn date_text(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    pub fn clock_text(self) -> String {
        let (hour, minute, second) = self.clock();
        format!("{hour:02}:{minute:02}:{second:02}")
    }

    /// `2024-01-31 10:00:00`
    #[must_use]
    pub fn text(self) -> String {
        format!("{} {}", self.date_text(), self.clock_text())
    }

    pub fn shifted(self, amount: i64, unit: &str) -> Option<Self> {
        let months = match unit {
            "YEAR" => amount.checked_mul(12)?,
            "QUARTER" => amount.checked_mul(3)?,
            "MONTH" => amount,
            _ => {
                let seconds = match unit {
                    "WEEK" => 7 * DAY,
                    "DAY" => DAY,
                    "HOUR" => 3600,
                    "MINUTE" => 60,
                    "SECOND" => 1,
                    _ => return None,
                };
                let seconds = self.seconds.checked_add(amount.checked_mul(seconds)?)?;
                return Some(Self { seconds }).filter(|moment| moment.is_possible());
            }
        };
        let (year, month, day) = self.date();
        let total = year.checked_mul(12)?.checked_add(month - 1)?.checked_add(months)?;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        if !(0..=9999).contains(&year) {
            return None;
        }
        let last = civil(days(year, month, 1) + 31).2;
        let day = day.min(32 - last);
        let seconds = days(year, month, day) * DAY + self.seconds.rem_euclid(DAY);
        Some(Self { seconds })
    }

    pub fn is_possible(self) -> bool {
        (-62_167_219_200..253_402_300_800).contains(&self.seconds)
    }
}

/// Days since 1970 of a date.
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a day since 1970.
pub fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_lead_back_to_themselves() {
        for day in [-700_000, -1, 0, 59, 11_016, 20_000, 2_900_000] {
            let (year, month, of_month) = civil(day);
            assert_eq!(days(year, month, of_month), day);
        }
    }

    #[test]
    fn moments_move_by_calendar_units() {
        let moved = |text: &str, amount, unit| {
            Moment::read(text).unwrap().shifted(amount, unit).unwrap().text()
        };
        assert_eq!(moved("2024-01-31", 1, "MONTH"), "2024-02-29 00:00:00");
        assert_eq!(moved("2024-03-01 12:00:00", -1, "DAY"), "2024-02-29 12:00:00");
        assert_eq!(moved("2024-12-31 23:59:59", 1, "SECOND"), "2025-01-01 00:00:00");
    }
}
