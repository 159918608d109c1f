package plugin

import (
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
)

func TestOnlyWhatIsInTheTableCanBeRead(t *testing.T) {
	var calls atomic.Int32
	service := startService(t, func(http.ResponseWriter, *http.Request) { calls.Add(1) })
	source := datasource(t, testScript(t), service, "")
	cases := []struct {
		call   resourceCall
		status int
		says   string
	}{
		{resourceCall{"POST", "models", "", "Admin"}, 405, "can only be read"},
		{resourceCall{"DELETE", "models", "", "Admin"}, 405, "can only be read"},
		{resourceCall{"HEAD", "models", "", "Admin"}, 405, "can only be read"},
		{resourceCall{"get", "models", "", "Admin"}, 405, "can only be read"},
		{resourceCall{"GET", "models", "", ""}, 403, "Your role may not"},
		{resourceCall{"GET", "models", "", "None"}, 403, "Your role may not"},
		{resourceCall{"GET", "models", "", "viewer"}, 403, "Your role may not"},
		{resourceCall{"GET", "", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "Models", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "models/", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "%6dodels", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "models;x=1", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "models/../tags", "", "Admin"}, 404, "no resource"},
		{resourceCall{"GET", "data/upload", "", "Admin"}, 404, "no resource"},
		{resourceCall{"POST", "metrics/drift/request", "", "Viewer"}, 404, "no resource"},
	}
	for _, c := range cases {
		if got := callResource(t, source, c.call); got.status != c.status || !strings.Contains(got.body, c.says) {
			t.Errorf("%+v: got %d %s", c.call, got.status, got.body)
		}
	}
	if n := calls.Load(); n != 0 {
		t.Errorf("the service was called %d times", n)
	}
	for _, role := range []string{"Viewer", "Editor", "Admin"} {
		for path := range readable {
			if got := callResource(t, source, resourceCall{"GET", "/" + path, "", role}); got.status != 200 {
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
		} `json:"input"`
	}
	resource(t, datasource(t, testScript(t), nowhere, ""), url.Values{"model": {"a b&ü", "second"}}, &got)
	if got.Operation != "resource" || got.Input.Path != "models" || got.Input.Params["model"] != "a b&ü" {
		t.Errorf("got %+v", got)
	}
}

func TestErrorsOfResources(t *testing.T) {
	source := datasource(t, testScript(t), nowhere, "")
	for wish, want := range map[string]resourceReply{
		"refused": {502, `{"message":"The service refuses: 401."}`},
		"fault":   {500, `{"message":"Choose a model."}`},
	} {
		if got := callResource(t, source, resourceCall{"GET", "tags", "do=" + wish, "Viewer"}); got != want {
			t.Errorf("%s: got %+v", wish, got)
		}
	}
}
