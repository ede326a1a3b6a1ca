import type { InferenceSession, Tensor as RuntimeTensor, TensorConstructor } from 'onnxruntime-common'
import type { Network, Tensor } from '../core/network.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'

/** What both runtimes are to us: the one with native code, and the one in WebAssembly for machines that it has none for. */
interface Runtime {
  readonly InferenceSession: {
    readonly create: (bytes: Uint8Array, options: InferenceSession.SessionOptions) => Promise<InferenceSession>
  }
  readonly Tensor: TensorConstructor
}

/** Errors only: a warning about the machine's graphics card is none of the user's. */
const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  logSeverityLevel: 3,
  // Layer normalization fused with its sum is slower here than the two.
  graphOptimizationLevel: 'basic',
  // Threads of one network that wait by spinning take the cores from the next: on two cores that halves the speed.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

const nativeRuntime = async (): Promise<Runtime | null> => {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    // No binary for this machine, or one that does not load.
    if (error instanceof Error) return null
    throw error
  }
}

const webRuntime = async (): Promise<Runtime> => {
  const runtime = await import('onnxruntime-web')
  runtime.env.wasm.numThreads = 1
  return runtime
}

const plain = ({ dims, data }: RuntimeTensor): Tensor => {
  if (!(data instanceof Float32Array || data instanceof Int32Array))
    throw new Error('a network gave other numbers than float or int')
  return { dims, values: data }
}

const networkOver = (session: InferenceSession, { Tensor: Made }: Runtime): Network => ({
  run: async (inputs) => {
    const fed = Object.fromEntries(
      Object.entries(inputs).map(([name, { dims, values }]) => [
        name,
        values instanceof Int32Array ? new Made('int32', values, dims) : new Made('float32', values, dims),
      ]),
    )
    const outputs = await session.run(fed)
    return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, plain(tensor)]))
  },
})

/** Networks by name from the bytes of their ONNX files; a refusal where this machine runs neither of the two runtimes. */
export const openNetworks = async (
  files: readonly (readonly [string, Uint8Array])[],
  web = false,
): Promise<Result<readonly (readonly [string, Network])[]>> => {
  try {
    const native = web ? null : await nativeRuntime()
    const runtime = native ?? (await webRuntime())
    const options = native === null ? { executionProviders: ['wasm'] } : OPTIONS
    const opened: (readonly [string, Network])[] = []
    for (const [name, bytes] of files)
      opened.push([name, networkOver(await runtime.InferenceSession.create(bytes, options), runtime)])
    return ok(opened)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refuse('not-readable', `This machine cannot run the model (${error.message}). Use --tagger rules.`)
  }
}
