package contract

import "fmt"

// now of every scenario; any would do.
const now = 1767607872345

// operations are those that a data source runs, for a model with inputs of these names.
func operations(model string, features []any) []*scenario {
	var all []*scenario
	add := func(name, operation string, input, opContext map[string]any) {
		opContext["now"] = now
		if _, ok := opContext["settings"]; !ok {
			opContext["settings"] = map[string]any{"namespace": "demo", "prometheusUid": "p"}
		}
		all = append(all, &scenario{name: name, Operation: operation, Input: input, Context: opContext})
	}
	query := func(kind string, more map[string]any) map[string]any {
		model := map[string]any{"refId": "A", "queryType": kind, "model": model}
		for name, value := range more {
			model[name] = value
		}
		return map[string]any{"query": model}
	}
	for _, dialect := range []string{"detect", "java", "python"} {
		settings := map[string]any{"settings": map[string]any{"dialect": dialect}}
		add("health "+dialect, "health", map[string]any{}, settings)
	}
	for _, path := range []string{"models", "columns", "tags", "schedules", "metrics", "dialect", "unknown"} {
		params := map[string]any{"model": model}
		add("resource "+path, "resource", map[string]any{"path": path, "params": params}, map[string]any{})
	}
	add("models", "query", query("models", nil), map[string]any{})
	add("scores", "query", query("scores", nil), map[string]any{})
	add("latest", "query", query("latest", nil), map[string]any{})
	add("latest alert", "query", query("latest", map[string]any{"model": ""}), map[string]any{"fromAlert": true})
	for _, metric := range []string{"compare-means", "ks", "ks-approximate", "jensen-shannon", "mmd"} {
		for _, alert := range []bool{false, true} {
			more := map[string]any{"metric": metric, "referenceTag": "TRAINING", "batchSize": 100}
			add(fmt.Sprintf("compute %s alert=%v", metric, alert), "query", query("compute", more), map[string]any{"fromAlert": alert})
		}
	}
	add("compute mean", "query", query("compute", map[string]any{"metric": "mean", "features": features[:1]}), map[string]any{})
	for _, metric := range []string{"spd", "dir"} {
		fairness := map[string]any{"protectedAttribute": features[0], "privileged": 1, "unprivileged": 0, "outcome": "predict-0", "favorable": 1}
		add("compute "+metric, "query", query("compute", map[string]any{"metric": metric, "fairness": fairness}), map[string]any{})
	}
	return all
}
