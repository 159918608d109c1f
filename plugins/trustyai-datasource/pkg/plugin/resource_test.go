package plugin

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

// Every form of a call, by whomever: only an Editor or Admin, by POST, at the literal path and where the setting allows
// it, reaches the service.
func TestWhoMayWrite(t *testing.T) {
	forms := map[string]bool{
		"schedules/create":                  true,
		"/schedules/create":                 true,
		"//schedules/create":                false,
		"schedules//create":                 false,
		"schedules/create/":                 false,
		"./schedules/create":                false,
		"schedules/./create":                false,
		"schedules/../schedules/create":     false,
		"models/../schedules/create":        false,
		"schedules/%2e%2e/schedules/create": false,
		"%73chedules/create":                false,
		"%2573chedules/create":              false,
		"schedules%2Fcreate":                false,
		"schedules%252Fcreate":              false,
		"Schedules/Create":                  false,
		"schedules/create;x=1":              false,
		"schedules/create%00":               false,
		"schedules/create\x00":              false,
		"schedules\\create":                 false,
		"schedules/creat\u0435":             false,
		"schedules/create ":                 false,
		"schedules/create?x=1":              false,
		"schedules/create#x":                false,
		"schedules":                         false,
		"models":                            false,
	}
	var calls atomic.Int32
	service := startService(t, func(http.ResponseWriter, *http.Request) { calls.Add(1) })
	program := testScript(t)
	body := `{"do": "call", "requests": [{"method": "POST", "path": "/w", "body": "{}", "write": true}]}`
	allowed := 0
	for setting, on := range map[string]bool{"": false, "off": false, "Editors": false, "editors": true} {
		source := datasource(t, program, service, fmt.Sprintf(`{"scheduling": %q}`, setting))
		for role, writes := range map[string]bool{"": false, "None": false, "Viewer": false, "editor": false, "Editor": true, "Admin": true} {
			for form, literal := range forms {
				for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
					before := calls.Load()
					got := callResource(t, source, resourceCall{method, form, "", role, body})
					may := on && writes && literal && method == "POST"
					if made := calls.Load() - before; may != (made == 1) || may != (got.status == 200) && form != "models" && form != "schedules" {
						t.Fatalf("setting %q, role %q: %s %q made %d calls: %d %s", setting, role, method, form, made, got.status, got.body)
					}
					if may {
						allowed++
					}
				}
			}
		}
	}
	if allowed != 4 {
		t.Errorf("%d forms are allowed", allowed)
	}
}

// Whatever the script asks for: an operation that only reads does not change the service.
func TestReadersCannotWrite(t *testing.T) {
	var calls atomic.Int32
	service := startService(t, func(http.ResponseWriter, *http.Request) { calls.Add(1) })
	source := datasource(t, testScript(t), service, `{"scheduling": "editors"}`)
	reading := map[string]any{"method": "GET", "path": "/a"}
	for _, writing := range []map[string]any{
		{"method": "POST", "path": "/w"},
		{"method": "POST", "path": "/w", "expensive": true, "write": true},
		{"method": "DELETE", "path": "/w", "expensive": true},
		{"method": "GET", "path": "/w", "write": true},
		{"path": "/w"},
	} {
		got := ask(t, source, map[string]any{"do": "call", "requests": []any{reading, writing}})
		if got.Error == nil || !strings.Contains(got.Error.Error(), "wanted to change the service") || calls.Load() != 0 {
			t.Errorf("%v: got %v after %d calls", writing, got.Error, calls.Load())
		}
	}
	ask(t, source, map[string]any{"do": "call", "requests": []any{reading, map[string]any{"method": "POST", "path": "/c", "expensive": true}}})
	if n := calls.Load(); n != 2 {
		t.Errorf("%d of 2 reading calls were made", n)
	}
}

func TestRefusalsAreSaidInWords(t *testing.T) {
	off := datasource(t, testScript(t), nowhere, "")
	on := datasource(t, testScript(t), nowhere, `{"scheduling": "editors"}`)
	cases := []struct {
		source *Datasource
		call   resourceCall
		status int
		says   string
	}{
		{off, resourceCall{"POST", "models", "", "Admin", "{}"}, 405, "takes GET only"},
		{off, resourceCall{"HEAD", "models", "", "Admin", ""}, 405, "takes GET only"},
		{off, resourceCall{"get", "models", "", "Admin", ""}, 405, "takes GET only"},
		{on, resourceCall{"GET", "schedules/create", "", "Admin", ""}, 405, "takes POST only"},
		{off, resourceCall{"GET", "models", "", "", ""}, 403, "Your role may not"},
		{on, resourceCall{"POST", "schedules/delete", "", "Viewer", "{}"}, 403, "Your role may not"},
		{off, resourceCall{"POST", "schedules/delete", "", "Admin", "{}"}, 403, "Scheduling from Grafana is off"},
		{on, resourceCall{"POST", "schedules/delete", "", "Admin", ""}, 400, "takes a body of JSON"},
		{on, resourceCall{"POST", "schedules/delete", "", "Admin", "{"}, 400, "takes a body of JSON"},
		{off, resourceCall{"GET", "data/upload", "", "Admin", ""}, 404, "no resource"},
	}
	for _, c := range cases {
		if got := callResource(t, c.source, c.call); got.status != c.status || !strings.Contains(got.body, c.says) {
			t.Errorf("%+v: got %d %s", c.call, got.status, got.body)
		}
	}
}

func TestEveryRoleReads(t *testing.T) {
	source := datasource(t, testScript(t), nowhere, "")
	for _, role := range []string{"Viewer", "Editor", "Admin"} {
		for path, one := range resources {
			if one.writes {
				continue
			}
			if got := callResource(t, source, resourceCall{"GET", "/" + path, "", role, ""}); got.status != 200 {
				t.Errorf("%s %s: got %d %s", role, path, got.status, got.body)
			}
		}
	}
}

func TestResourcesGetTheirParameters(t *testing.T) {
	var got struct {
		Operation string `json:"operation"`
		Input     struct {
			Path   string            `json:"path"`
			Params map[string]string `json:"params"`
			Body   map[string]any    `json:"body"`
		} `json:"input"`
	}
	source := datasource(t, testScript(t), nowhere, `{"scheduling": "editors"}`)
	readModels(t, source, url.Values{"model": {"a b&ü", "second"}}, &got)
	if got.Operation != "resource" || got.Input.Path != "models" || got.Input.Params["model"] != "a b&ü" || got.Input.Body != nil {
		t.Errorf("got %+v", got)
	}
	reply := callResource(t, source, resourceCall{"POST", "schedules/create", "", "Editor", `{"do": "context", "model": "m"}`})
	if reply.status != 200 || !strings.Contains(reply.body, `"path":"schedules/create"`) || !strings.Contains(reply.body, `"body":{"do":"context","model":"m"}`) {
		t.Errorf("got %+v", reply)
	}
}

func TestErrorsOfResources(t *testing.T) {
	source := datasource(t, testScript(t), nowhere, "")
	for wish, want := range map[string]resourceReply{
		"refused": {502, `{"message":"The service refuses: 401."}`},
		"fault":   {500, `{"message":"Choose a model."}`},
	} {
		if got := callResource(t, source, resourceCall{"GET", "tags", "do=" + wish, "Viewer", ""}); got != want {
			t.Errorf("%s: got %+v", wish, got)
		}
	}
}
