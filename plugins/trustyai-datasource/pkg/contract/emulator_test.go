package contract

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/plugin"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// freePort is free now; the emulator takes it a moment later.
func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// startEmulator waits until it listens, and ends it with the test.
func startEmulator(t *testing.T) string {
	t.Helper()
	port := freePort(t)
	command := node(t, "demo/emulator/src/main.ts", "--port", port, "--schedule", "1s")
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		_ = command.Wait()
	})
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "listening on") {
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return "http://127.0.0.1:" + port
		}
	}
	t.Fatal("the emulator ended before it listened")
	return ""
}

// upload sends rows of two features: tagged ones are the reference, others are inferences. shift moves the first.
func upload(t *testing.T, service, tag string, rows int, shift float64) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, uint64(len(tag))))
	inputs, outputs := make([][]float64, rows), make([]float64, rows)
	for i := range inputs {
		inputs[i] = []float64{random.NormFloat64() + shift, random.NormFloat64()}
		outputs[i] = float64(i % 2)
	}
	body := map[string]any{
		"model_name": "m",
		"request":    map[string]any{"inputs": []any{tensor("x", []int{rows, 2}, inputs)}},
		"response":   map[string]any{"model_name": "m", "outputs": []any{tensor("y", []int{rows}, outputs)}},
	}
	if tag != "" {
		body["data_tag"] = tag
	}
	post(t, service+"/data/upload", body)
}

func tensor(name string, shape []int, data any) map[string]any {
	return map[string]any{"name": name, "shape": shape, "datatype": "FP64", "data": data}
}

func post(t *testing.T, address string, body any) {
	t.Helper()
	encoded, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	reply, err := http.Post(address, "application/json", bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reply.Body.Close() }()
	if text, _ := io.ReadAll(reply.Body); reply.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %s", address, reply.StatusCode, text)
	}
}

func TestTheWholeShellAgainstTheEmulator(t *testing.T) {
	t.Parallel()
	program := patient(core(t))
	service := startEmulator(t)
	upload(t, service, "TRAINING", 200, 0)
	upload(t, service, "", 200, 1)
	post(t, service+"/metrics/drift/kstest/request", map[string]any{
		"modelId": "m", "referenceTag": "TRAINING", "batchSize": 200, "fitColumns": []string{"x-0", "x-1"},
	})
	source := newSource(t, program, service)

	t.Run("health names the dialect", func(t *testing.T) { checkHealth(t, source) })
	t.Run("resources", func(t *testing.T) { checkResources(t, source) })
	t.Run("models", func(t *testing.T) { checkModels(t, source) })
	t.Run("schedules", func(t *testing.T) { changeSchedules(t, source) })
	t.Run("compute", func(t *testing.T) { checkCompute(t, source) })
	t.Run("latest", func(t *testing.T) { checkLatest(t, service, program) })
	t.Run("same in Node", func(t *testing.T) { compareLive(t, service, program) })
}

// newSource is the only data source of a process of its own.
func newSource(t *testing.T, program *engine.Program, service string) *plugin.Datasource {
	t.Helper()
	process := plugin.Process{Program: program, Shared: upstream.NewShared(time.Now)}
	settings := backend.DataSourceInstanceSettings{URL: service, JSONData: []byte(`{"scheduling": "editors"}`)}
	made, err := process.New(context.Background(), settings)
	if err != nil {
		t.Fatal(err)
	}
	return made.(*plugin.Datasource)
}

func checkHealth(t *testing.T, source *plugin.Datasource) {
	got, err := source.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	if err != nil || got.Status != backend.HealthStatusOk || !strings.Contains(got.Message, "Python") {
		t.Errorf("got %+v, %v", got, err)
	}
	if !strings.Contains(string(got.JSONDetails), `"dialect":"python"`) {
		t.Errorf("details: %s", got.JSONDetails)
	}
}

// callResource gives status and body of an Editor's call.
func callResource(t *testing.T, source *plugin.Datasource, request *backend.CallResourceRequest) (status int, body string) {
	t.Helper()
	request.PluginContext.User = &backend.User{Role: "Editor"}
	err := source.CallResource(context.Background(), request, backend.CallResourceResponseSenderFunc(
		func(reply *backend.CallResourceResponse) error {
			status, body = reply.Status, string(reply.Body)
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	return status, body
}

// changeSchedules makes a schedule and deletes it. The list is shared for half a minute, but not across a change.
func changeSchedules(t *testing.T, source *plugin.Datasource) {
	change := func(path string, body map[string]any) {
		encoded, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		if status, got := callResource(t, source, &backend.CallResourceRequest{Method: "POST", Path: path, URL: path, Body: encoded}); status != 200 {
			t.Fatalf("%s: %d %s", path, status, got)
		}
	}
	find := func() string {
		var listed struct {
			Schedules []struct{ ID, Metric string } `json:"schedules"`
		}
		_, body := callResource(t, source, &backend.CallResourceRequest{Method: "GET", Path: "schedules", URL: "schedules?model=m"})
		if err := json.Unmarshal([]byte(body), &listed); err != nil {
			t.Fatal(err)
		}
		for _, one := range listed.Schedules {
			if one.Metric == "compare-means" {
				return one.ID
			}
		}
		return ""
	}
	if find() != "" {
		t.Fatal("the schedule is there before it was made")
	}
	change("schedules/create", map[string]any{
		"model": "m", "metric": "compare-means", "requestName": "from-grafana", "referenceTag": "TRAINING", "batchSize": 100,
	})
	made := find()
	if made == "" {
		t.Fatal("the schedule was made but is not listed")
	}
	change("schedules/delete", map[string]any{"id": made, "metric": "compare-means", "model": "m"})
	if find() != "" {
		t.Error("the schedule was deleted but is still listed")
	}
}

func checkResources(t *testing.T, source *plugin.Datasource) {
	for path, want := range map[string]string{
		"models": `"id":"m"`, "columns": `"x-0"`, "tags": `"TRAINING"`, "schedules": `"m"`, "service": `"python"`, "metrics": `"ks"`,
	} {
		address := path + "?" + url.Values{"model": {"m"}}.Encode()
		status, body := callResource(t, source, &backend.CallResourceRequest{Method: "GET", Path: path, URL: address})
		if status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

func ask(t *testing.T, source *plugin.Datasource, query string) backend.DataResponse {
	t.Helper()
	now := time.Now()
	request := &backend.QueryDataRequest{Queries: []backend.DataQuery{{
		RefID: "A", JSON: []byte(query), TimeRange: backend.TimeRange{From: now.Add(-time.Hour), To: now},
	}}}
	response, err := source.QueryData(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	answer := response.Responses["A"]
	if answer.Error != nil {
		t.Fatal(answer.Error)
	}
	return answer
}

func checkModels(t *testing.T, source *plugin.Datasource) {
	frames := ask(t, source, `{"queryType": "models"}`).Frames
	if len(frames) != 1 || frames[0].Rows() != 1 || frames[0].Fields[0].At(0) != "m" || frames[0].Fields[1].At(0) != 400.0 {
		t.Errorf("got %v", frames)
	}
}

// checkCompute: the first feature was moved by one standard deviation, the second was not.
func checkCompute(t *testing.T, source *plugin.Datasource) {
	frames := ask(t, source, `{"queryType": "compute", "model": "m", "metric": "ks", "referenceTag": "TRAINING", "batchSize": 200}`).Frames
	found := valuesByFeature(frames)
	if len(found) != 2 || found["x-0"] < 0.3 || found["x-1"] > 0.2 {
		t.Errorf("got %v", found)
	}
}

// checkLatest waits for the schedule's first tick, each time in a fresh process because replies are shared.
func checkLatest(t *testing.T, service string, program *engine.Program) {
	for range 40 {
		source := newSource(t, program, service)
		frames := ask(t, source, `{"queryType": "latest", "model": "m", "metric": "ks"}`).Frames
		if found := valuesByFeature(frames); len(found) == 2 && found["x-0"] != found["x-1"] {
			return
		}
		time.Sleep(500 * time.Millisecond)
	}
	t.Error("no value was published within 20 s")
}

// compareLive plays every operation on the emulator's own replies in the engine, then the same replies in Node.
func compareLive(t *testing.T, service string, program *engine.Program) {
	client, err := upstream.NewShared(time.Now).NewClient(service, &http.Client{}, "")
	if err != nil {
		t.Fatal(err)
	}
	all := named("m").operations()
	for _, operation := range all {
		operation.play(t, program, func(request upstream.Request) upstream.Reply {
			reply := client.Call(context.Background(), request)
			if reply.Error != "" {
				t.Error(errors.New(reply.ErrorMessage))
			}
			return reply
		})
	}
	compareWithNode(t, all)
}
