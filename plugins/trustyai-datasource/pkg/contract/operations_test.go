package contract

import (
	"fmt"
	"maps"
)

// now of every scenario; any would do.
const now = 1767607872345

// subject is the model that operations are about, and what they choose of it.
type subject struct {
	model string
	// features: the first is an input.
	features []any
	output   string
}

type object = map[string]any

// operations are those that a data source runs: every query kind with its options, every resource, health.
func (s subject) operations() []*scenario {
	return append(append(s.reads(), s.queries()...), s.changes()...)
}

// leads are one operation of each kind: they read every reply that any operation reads.
func (s subject) leads() (leads []*scenario) {
	for _, one := range s.operations() {
		if one.leads {
			leads = append(leads, one)
		}
	}
	return leads
}

// recorded is when the recordings were made.
var recorded = object{"from": 1795411800000, "to": 1795413600000}

func operation(name, kind string, input, more object) *scenario {
	context := object{"now": now, "settings": object{"namespace": "demo", "prometheusUid": "p"}, "timeRange": recorded}
	maps.Copy(context, more)
	return &scenario{name: name, Operation: kind, Input: input, Context: context}
}

func (s *scenario) lead() *scenario {
	s.leads = true
	return s
}

func (s *scenario) another() { s.leads, s.again = true, true }

func (s subject) reads() (all []*scenario) {
	for _, dialect := range []string{"detect", "java", "python"} {
		settings := object{"settings": object{"dialect": dialect}}
		one := operation("health "+dialect, "health", object{}, settings)
		one.leads = dialect == "detect"
		all = append(all, one)
	}
	read := func(path string, params object) *scenario {
		name := fmt.Sprintf("resource %s %v", path, params)
		one := operation(name, "resource", object{"path": path, "params": params}, nil)
		all = append(all, one)
		return one
	}
	model := object{"model": s.model}
	for _, path := range []string{"models", "columns", "tags", "schedules", "metrics", "service", "diagnosis", "labels"} {
		read(path, model).lead()
	}
	read("unknown", model)
	read("schedules", object{"model": s.model, "metric": "ks"})
	read("labels", object{"key": "feature"})
	read("diagnosis", object{})
	seen := object{"scraped": "true", "frozen": "true", "observationsGrew": "250", "requests": "old,35304b90-5544-442d-af17-a077069ca6c2"}
	for _, metric := range []string{"ks", "compare-means", "spd"} {
		params := maps.Clone(seen)
		maps.Copy(params, object{"model": s.model, "metric": metric})
		read("diagnosis", params)
	}
	return all
}

func (s subject) queries() (all []*scenario) {
	ask := func(kind string, options, context object) *scenario {
		query := object{"refId": "A", "queryType": kind, "model": s.model}
		maps.Copy(query, options)
		one := operation(fmt.Sprintf("query %s %v %v", kind, options, context), "query", object{"query": query}, context)
		all = append(all, one)
		return one
	}
	alert := object{"fromAlert": true}
	ask("scores", nil, nil).lead()
	ask("unknown", nil, nil)

	ask("latest", nil, nil).lead()
	ask("latest", object{"model": ""}, alert)
	ask("latest", object{"table": true}, nil)
	ask("latest", object{"role": "input", "features": s.features}, nil)
	ask("latest", object{"filters": []any{object{"key": "feature", "operator": "!=", "values": s.features[:1]}}}, nil)
	for _, metric := range []string{"compare-means", "ks", "mmd"} {
		for _, output := range []string{"verdict", "value", "value over limit"} {
			ask("latest", object{"metric": metric, "output": output, "limit": 0.2}, alert)
		}
		ask("latest", object{"metric": metric, "alpha": 0.01, "table": metric == "ks"}, nil)
	}
	for i, metric := range []string{"compare-means", "ks", "ks-approximate", "jensen-shannon", "mmd"} {
		options := object{"metric": metric, "referenceTag": "TRAINING", "batchSize": 600}
		ask("compute", options, nil).lead().again = i > 0
		options = maps.Clone(options)
		options["output"], options["table"] = []string{"verdict", "value over limit", "value"}[i%3], i%2 == 0
		ask("compute", options, object{"fromAlert": i%2 == 1})
	}
	ask("compute", object{"metric": "mean", "features": s.features[:1]}, nil).another()
	for _, metric := range []string{"spd", "dir"} {
		ask("compute", object{"metric": metric, "fairness": s.fairness()}, nil).another()
	}
	ask("distribution", nil, nil).lead()
	ask("distribution", object{"side": "reference", "features": s.features[:1]}, nil)
	ask("distribution", object{"side": "current", "batchSize": 600}, nil)
	ask("rows", object{"batchSize": 600}, nil).lead()
	ask("rows", object{"side": "current"}, nil)
	ask("rows", object{"maxRows": 3, "features": append([]any{"nope"}, s.features...), "role": "input"}, nil)
	for _, kind := range []string{"models", "columns", "tags", "schedules", "observations", "events"} {
		ask(kind, nil, nil).lead()
		ask(kind, object{"model": "", "filters": []any{object{"key": "model", "operator": "=|", "values": []any{s.model, "other"}}}}, nil)
	}
	ask("columns", object{"role": "output"}, nil)
	ask("schedules", object{"metric": "ks", "wanted": []any{
		object{"model": s.model, "metric": "ks", "batchSize": 600}, object{"model": s.model, "metric": "ks", "batchSize": 100},
	}}, nil)
	ask("observations", nil, object{"timeRange": object{"from": 0, "to": now}})
	ask("events", object{"events": []any{"references"}}, object{"timeRange": object{"from": 0, "to": 2 * now}})
	ask("events", object{"events": []any{"drift", "schedules"}}, nil)
	return all
}

func (s subject) fairness() object {
	return object{"protectedAttribute": s.features[0], "privileged": 1, "unprivileged": 0, "outcome": s.output, "favorable": 1}
}

// changes of schedules, where the setting allows them.
func (s subject) changes() (all []*scenario) {
	change := func(path string, body object) *scenario {
		input := object{"path": path, "params": object{}, "body": body}
		one := operation(fmt.Sprintf("%s %v", path, body), "resource", input, object{"settings": object{"scheduling": "editors"}})
		all = append(all, one)
		return one
	}
	for _, options := range []object{
		{"metric": "ks", "features": s.features, "alpha": 0.01}, {"metric": "compare-means"}, {"metric": "mmd"},
		{"metric": "mean", "features": s.features[:1]}, {"metric": "spd", "fairness": s.fairness()},
		{"metric": "jensen-shannon", "referenceTag": "NOSUCH"},
	} {
		body := object{"model": s.model, "requestName": "nightly", "batchSize": 500, "referenceTag": "TRAINING"}
		maps.Copy(body, options)
		change("schedules/create", body).lead().again = options["metric"] != "ks"
	}
	// Schedules of the recorded Java and Python services, and one of nobody's.
	for i, id := range []string{"ff44f5be-10d0-4572-916c-e45fe0b2af18", "35304b90-5544-442d-af17-a077069ca6c2", "nobody's"} {
		change("schedules/delete", object{"id": id, "metric": "ks", "model": s.model}).lead().again = i > 0
	}
	off := operation("schedules/create where it is off", "resource", object{"path": "schedules/create", "body": object{}}, nil)
	return append(all, off)
}
