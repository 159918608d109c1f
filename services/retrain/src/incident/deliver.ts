import { coolUntil } from './cooldown.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import { findOpen, makeRunId } from './names.ts';
import type { Subject } from './names.ts';
import type { Accepted, Notice } from './notice.ts';
import { judge } from './judge.ts';
import type { Rules } from './rules.ts';
import type { Alert, Incident, State } from './state.ts';

/** A notice that concerns retraining. */
interface Concerned {
  notice: Notice;
  subject: Subject;
}

/**
 * What a webhook call means: events, and what became of each alert, in no particular order. Ends are judged before
 * beginnings, since one call may hold the end of an episode and the beginning of the next.
 */
export class Delivery {
  readonly events: Event[] = [];
  readonly accepted: Accepted[] = [];
  private state: State;

  constructor(
    state: State,
    private readonly at: number,
    private readonly rules: Rules
  ) {
    this.state = state;
  }

  take(notices: Notice[]): void {
    const concerned: Concerned[] = [];
    for (const notice of notices) {
      const verdict = judge(notice);
      if (typeof verdict === 'string') {
        this.accepted.push({ fingerprint: notice.fingerprint, outcome: verdict });
      } else {
        concerned.push({ notice, subject: verdict });
      }
    }
    for (const { notice, subject } of concerned.filter(({ notice }) => notice.status === 'resolved')) {
      this.end(notice, subject);
    }
    const firing = concerned.filter(({ notice }) => notice.status === 'firing');
    this.supersede(firing);
    this.close();
    // The order within a call must not matter for the incident's id.
    firing.sort(
      (a, b) => a.notice.startsAt - b.notice.startsAt || (a.notice.fingerprint < b.notice.fingerprint ? -1 : 1)
    );
    firing.forEach(({ notice, subject }) => this.begin(notice, subject));
  }

  private record(event: Event): void {
    this.events.push(event);
    this.state = evolve(this.state, event);
  }

  private accept(notice: Notice, outcome: Accepted['outcome'], incident?: string): void {
    this.accepted.push({ fingerprint: notice.fingerprint, incident, outcome });
  }

  private end(notice: Notice, subject: Subject): void {
    const { fingerprint, startsAt, endsAt } = notice;
    const incident = findOpen(this.state, subject);
    const alert = incident?.alerts.find((entry) => entry.fingerprint === fingerprint);
    if (!incident || !alert || alert.status === 'resolved') {
      this.endUnknown(notice);
      return;
    }
    // After a restart an end may carry itself as its start; an end before the present episode is old news.
    if (startsAt !== alert.startsAt && endsAt <= alert.startsAt) {
      this.accept(notice, 'duplicate', incident.id);
    } else if (notice.reason === undefined) {
      this.record({ kind: 'resolved', incident: incident.id, at: this.at, fingerprint, endsAt });
      this.accept(notice, 'resolved', incident.id);
    } else {
      if (alert.status === 'firing') {
        this.record({ kind: 'doubted', incident: incident.id, at: this.at, fingerprint });
      }
      this.accept(notice, 'doubted', incident.id);
    }
  }

  /** Its beginning may still arrive, late, and must then start nothing. */
  private endUnknown(notice: Notice): void {
    const { fingerprint, startsAt, endsAt } = notice;
    const seen = this.state.seen.get(fingerprint);
    if (seen && startsAt <= seen.startsAt) {
      this.accept(notice, 'duplicate', seen.incident);
      return;
    }
    if (startsAt < endsAt && notice.reason === undefined) {
      this.record({ kind: 'missed', at: this.at, fingerprint, startsAt });
    }
    this.accept(notice, 'unknown');
  }

  /** Where every open alert of an incident begins anew in this call, their ends were lost: the incident is over. */
  private supersede(firing: Concerned[]): void {
    const starts = new Map(firing.map(({ notice }) => [notice.fingerprint, notice.startsAt]));
    for (const incident of this.openIncidents()) {
      const open = incident.alerts.filter(({ status }) => status !== 'resolved');
      const renewed = (alert: Alert) =>
        alert.status === 'firing' && (starts.get(alert.fingerprint) ?? -Infinity) > alert.startsAt;
      if (open.length > 0 && open.every(renewed)) {
        for (const { fingerprint } of open) {
          const endsAt = starts.get(fingerprint) ?? this.at;
          this.record({ kind: 'resolved', incident: incident.id, at: this.at, fingerprint, endsAt });
        }
      }
    }
  }

  private close(): void {
    for (const incident of this.openIncidents().filter(isOver)) {
      this.record({ kind: 'closed', incident: incident.id, at: this.at });
    }
  }

  private openIncidents(): Incident[] {
    return [...this.state.incidents.values()].filter(({ closedAt }) => closedAt === undefined);
  }

  private begin(notice: Notice, subject: Subject): void {
    const { fingerprint, startsAt, labels, summary } = notice;
    const seen = this.state.seen.get(fingerprint);
    if (seen && startsAt <= seen.startsAt) {
      this.accept(notice, 'duplicate', seen.incident);
      return;
    }
    const alert: Alert = { fingerprint, startsAt, arrivedAt: this.at, status: 'firing', labels, summary };
    const incident = findOpen(this.state, subject);
    if (incident) {
      this.record({ kind: 'joined', incident: incident.id, at: this.at, alert });
      this.accept(notice, 'joined', incident.id);
      return;
    }
    const id = makeRunId(subject, alert);
    const run = coolUntil(this.state, subject, this.rules) <= this.at;
    this.record({ kind: 'opened', incident: id, at: this.at, ...subject, alerts: [alert], run });
    this.accept(notice, 'opened', id);
  }
}

export function isOver(incident: Incident): boolean {
  return incident.alerts.every(({ status }) => status === 'resolved');
}
