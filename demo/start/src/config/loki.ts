import { stringify } from 'yaml';

export interface LokiPlace {
  /** Absolute path; everything that Loki writes is below it. */
  folder: string;
  port: number;
  /** Loki's parts talk to each other here, even in one process. */
  grpcPort: number;
}

/** loki.yml: one process, files on disk, tenants by header, nothing on any other address than 127.0.0.1. */
export function lokiFile({ folder, port, grpcPort }: LokiPlace): string {
  const loopback = '127.0.0.1';
  return stringify({
    auth_enabled: true,
    server: {
      http_listen_address: loopback,
      http_listen_port: port,
      grpc_listen_address: loopback,
      grpc_listen_port: grpcPort,
      log_level: 'warn',
    },
    common: {
      instance_addr: loopback,
      path_prefix: folder,
      replication_factor: 1,
      ring: { instance_addr: loopback, kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: `${folder}/chunks`, rules_directory: `${folder}/rules` } },
    },
    memberlist: { bind_addr: [loopback] },
    schema_config: {
      configs: [
        {
          from: '2024-01-01',
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    limits_config: {
      // History is a week old when it comes, and comes all at once.
      reject_old_samples: false,
      ingestion_rate_mb: 64,
      ingestion_burst_size_mb: 128,
      per_stream_rate_limit: '64MB',
      per_stream_rate_limit_burst: '128MB',
      shard_streams: { enabled: false },
      // A week in seven parts, not in 168.
      split_queries_by_interval: '24h',
      allow_structured_metadata: true,
      // Streams keep exactly the labels that they are written with.
      discover_service_name: [],
    },
    query_range: { parallelise_shardable_queries: false },
    // One process need not wait for others to see it; and what is old when it comes is found once it is flushed.
    ingester: { lifecycler: { min_ready_duration: '0s' }, flush_check_period: '1s' },
    frontend: { scheduler_dns_lookup_period: '1s' },
    frontend_worker: { dns_lookup_duration: '1s' },
    pattern_ingester: { enabled: false },
    analytics: { reporting_enabled: false },
  });
}
