/** Prints the loki.yml of `npm start`, for parts that start a Loki of their own: FOLDER PORT GRPC_PORT. */
import { lokiFile } from './loki.ts';

const [folder = '', port, grpcPort] = process.argv.slice(2);
console.log(lokiFile({ folder, port: Number(port), grpcPort: Number(grpcPort) }));
