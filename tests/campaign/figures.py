"""The figures of the campaign, in the order in which they are played."""

from collections.abc import Sequence

from tests.campaign import (
    ambiguous_trial,
    claims_trial,
    clock_changes,
    downtime_trial,
    faults_trial,
    floods_trial,
    hosts_trial,
    itineraries_trial,
    mutated_trial,
    outage_trial,
    receiving_trial,
    restarting_trial,
    sending_trial,
    taps_trial,
)
from tests.campaign.trial import Figure

FIGURES: Sequence[Figure] = (
    clock_changes.FIGURE,
    claims_trial.FIGURE,
    itineraries_trial.FIGURE,
    mutated_trial.FIGURE,
    taps_trial.FIGURE,
    ambiguous_trial.FIGURE,
    floods_trial.FIGURE,
    downtime_trial.FIGURE,
    sending_trial.FIGURE,
    receiving_trial.FIGURE,
    hosts_trial.FIGURE,
    faults_trial.FIGURE,
    restarting_trial.FIGURE,
    outage_trial.FIGURE,
)
