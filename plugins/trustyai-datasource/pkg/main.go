// The data source's backend: a shell that runs the TypeScript core for Grafana.
package main

import (
	"os"
	"strconv"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/plugin"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

func main() {
	program, err := engine.Load()
	if err == nil {
		// Grafana passes heap_limit_mb of its section [plugin.soundcheck-trustyai-datasource] on by this name.
		if megabytes, wrong := strconv.ParseUint(os.Getenv("GF_PLUGIN_HEAP_LIMIT_MB"), 10, 32); wrong == nil && megabytes > 0 {
			program.HeapLimit = megabytes << 20
		}
		log.DefaultLogger.Info("the heap is watched", "limitBytes", program.HeapLimit)
		go program.WatchHeap()
		process := plugin.Process{Program: program, Shared: upstream.NewShared(time.Now)}
		err = datasource.Manage("soundcheck-trustyai-datasource", process.New, datasource.ManageOpts{})
	}
	if err != nil {
		log.DefaultLogger.Error(err.Error())
		os.Exit(1)
	}
}
