package plugin

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// role of a Grafana user in the organisation.
type role int

const (
	none role = iota
	viewer
	editor
	admin
)

var roles = map[string]role{"Viewer": viewer, "Editor": editor, "Admin": admin}

// readable are the resource paths and who may GET them. What is not here does not exist.
var readable = map[string]role{
	"models":    viewer,
	"metrics":   viewer,
	"columns":   viewer,
	"tags":      viewer,
	"schedules": viewer,
	"dialect":   viewer,
}

// refusal of a resource call: an HTTP status and a sentence. nil: allowed.
type refusal struct {
	status  int
	message string
}

func refuse(req *backend.CallResourceRequest, path string) *refusal {
	needed, known := readable[path]
	switch {
	case !known:
		return &refusal{http.StatusNotFound, fmt.Sprintf("This data source has no resource %q.", path)}
	case req.Method != http.MethodGet:
		return &refusal{http.StatusMethodNotAllowed, fmt.Sprintf("The resource %q can only be read: use GET.", path)}
	case roleOf(req.PluginContext.User) < needed:
		return &refusal{http.StatusForbidden, fmt.Sprintf("Your role may not read the resource %q: ask an administrator of this Grafana organisation.", path)}
	default:
		return nil
	}
}

func roleOf(user *backend.User) role {
	if user == nil {
		return none
	}
	return roles[user.Role]
}

// resourcePath takes the path literally: nothing is decoded, so no second spelling of a name gets through.
func resourcePath(req *backend.CallResourceRequest) string {
	return strings.TrimPrefix(req.Path, "/")
}
