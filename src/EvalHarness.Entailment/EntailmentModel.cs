using EvalHarness.Inputs;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EvalHarness.Entailment;

/// <summary>A cross-encoder in ONNX: tokens of a premise and a claim in, the probability that one entails the other out.</summary>
/// <remarks>One call at a time: the runtime spreads a call over the cores by itself.</remarks>
internal sealed class EntailmentModel : IDisposable
{
    private static readonly string[] Known = ["input_ids", "attention_mask", "token_type_ids", "decoder_input_ids"];

    private readonly InferenceSession session;
    private readonly OutputReading reading;
    private readonly int padding;
    private readonly int batch;
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <exception cref="InputException">The model asks for inputs that are unknown here.</exception>
    public EntailmentModel(string path, EntailmentSettings settings, int padding)
    {
        using var options = new SessionOptions { IntraOpNumThreads = settings.Threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        session = new InferenceSession(path, options);
        (reading, this.padding, batch) = (new OutputReading(settings), padding, settings.Batch);
        if (session.InputNames.Except(Known).FirstOrDefault() is { } unknown)
            throw new InputException(new InputProblem("verifier", $"model: it asks for the input '{unknown}'", $"Export it with inputs among {string.Join(", ", Known)}."));
    }

    /// <summary>One probability for each input, in their order.</summary>
    public async Task<double[]> ProbabilitiesAsync(IReadOnlyList<ModelInput> inputs, CancellationToken cancellationToken)
    {
        var found = new double[inputs.Count];
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Alike lengths together: short pairs are not padded to the longest.
            foreach (var places in Enumerable.Range(0, inputs.Count).OrderBy(i => inputs[i].Ids.Length).Chunk(batch))
            {
                var values = Run([.. places.Select(i => inputs[i])], cancellationToken);
                foreach (var (place, value) in places.Zip(values))
                    found[place] = value;
            }
        }
        finally
        {
            turn.Release();
        }

        return found;
    }

    public void Dispose()
    {
        session.Dispose();
        turn.Dispose();
    }

    private IReadOnlyList<double> Run(ModelInput[] inputs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var values = session.InputNames.ToDictionary(name => name, name => Tensor(name, inputs), StringComparer.Ordinal);
        using var run = new RunOptions();
        using var stop = cancellationToken.Register(() => run.Terminate = true);
        try
        {
            using var outputs = session.Run(run, values, [session.OutputNames[0]]);
            return reading.Read(outputs[0], inputs.Length);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            foreach (var value in values.Values)
                value.Dispose();
        }
    }

    private OrtValue Tensor(string name, ModelInput[] inputs)
    {
        var length = name == "decoder_input_ids" ? 1 : inputs.Max(i => i.Ids.Length);
        var values = new long[inputs.Length * length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(name, inputs[i / length], i % length);
        long[] shape = [inputs.Length, length];
        return session.InputMetadata[name].ElementDataType == TensorElementType.Int32
            ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, v => (int)v), shape)
            : OrtValue.CreateTensorValueFromMemory(values, shape);
    }

    private long Value(string name, ModelInput input, int place) => name switch
    {
        // A text-to-text model begins its reply with the padding token.
        "decoder_input_ids" => padding,
        "input_ids" => place < input.Ids.Length ? input.Ids[place] : padding,
        "attention_mask" => place < input.Ids.Length ? 1 : 0,
        _ => place >= input.Second && place < input.Ids.Length ? 1 : 0,
    };
}
