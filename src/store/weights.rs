//! The weights of the memory model, and from when each set is in force.

use std::fmt;

use rusqlite::Connection;
use uuid::Uuid;

use super::error::{StoreError, Trouble};
use super::log::Moment;
use crate::message;
use crate::schedule::{EventId, Model};

/// A model for every set of weights there was.
pub(super) struct Models {
    default: Model,
    /// In the order of their time.
    since: Vec<(Moment, Model)>,
    moments: Vec<Moment>,
}

impl fmt::Debug for Models {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Models")
            .field("moments", &self.moments)
            .finish_non_exhaustive()
    }
}

impl Models {
    /// Only the default weights.
    pub(super) fn new() -> Result<Models, Trouble> {
        Ok(Models {
            default: model(None)?,
            since: Vec::new(),
            moments: Vec::new(),
        })
    }

    /// Takes over what the database holds by now; cheap when nothing changed.
    pub(super) fn load(&mut self, connection: &Connection) -> Result<(), Trouble> {
        let rows = rows(connection)?;
        if rows.iter().map(|(moment, _)| moment).eq(&self.moments) {
            return Ok(());
        }
        self.moments = rows.iter().map(|(moment, _)| *moment).collect();
        // Weights that another version took and this one does not change nothing.
        self.since = rows
            .into_iter()
            .filter_map(|(moment, weights)| Some((moment, model(Some(&weights)).ok()?)))
            .collect();
        Ok(())
    }

    /// The model for an event at `moment`.
    pub(super) fn in_force(&self, moment: Moment) -> &Model {
        self.since
            .iter()
            .rev()
            .find(|(since, _)| *since < moment)
            .map_or(&self.default, |(_, model)| model)
    }
}

/// The model with these weights, if it takes them.
pub(super) fn model(weights: Option<&[f32]>) -> Result<Model, Trouble> {
    Model::new(weights).map_err(|cause| StoreError::Weights { cause }.into())
}

/// Keeps a set.
pub(super) fn insert(
    connection: &Connection,
    moment: Moment,
    weights: &[f32],
) -> Result<(), Trouble> {
    let data = serde_json::to_string(weights)
        .map_err(|error| Trouble::row(message!("weights", "매개변수"), error))?;
    connection
        .prepare_cached("INSERT INTO weights (at, event, data) VALUES (?1, ?2, ?3)")?
        .execute((moment.at, moment.key(), data))?;
    Ok(())
}

/// Every set, in the order of time.
pub(super) fn rows(connection: &Connection) -> Result<Vec<(Moment, Vec<f32>)>, Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT at, event, data FROM weights ORDER BY at, event")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = EventId(Uuid::from_bytes(row.get(1)?));
        let weights = serde_json::from_str(&row.get::<_, String>(2)?).map_err(|error| {
            Trouble::row(
                message!("the weights of event {id}", "기록 {id}의 매개변수"),
                error,
            )
        })?;
        all.push((
            Moment {
                at: row.get(0)?,
                id,
            },
            weights,
        ));
    }
    Ok(all)
}
