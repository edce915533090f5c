using EvalHarness.Inputs;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EvalHarness.Entailment;

/// <summary>Reads a model's outputs as probabilities that the claim is entailed.</summary>
internal sealed class OutputReading(EntailmentSettings settings)
{
    /// <param name="output">By pair and label; or by pair, token and label, where the first token's count.</param>
    /// <exception cref="InputException">The outputs are not what the settings say.</exception>
    public IReadOnlyList<double> Read(OrtValue output, int pairs)
    {
        var information = output.GetTensorTypeAndShape();
        var labels = information.Shape is [_] ? 1 : (int)information.Shape[^1];
        var step = (int)(information.ElementCount / pairs);
        var values = Values(output, information.ElementDataType);
        return [.. Enumerable.Range(0, pairs).Select(pair => Probability(values[(pair * step)..((pair * step) + labels)]))];
    }

    private double Probability(float[] outputs)
    {
        if (settings.Label is null && outputs.Length > 1)
            throw Wrong($"the model has {outputs.Length} outputs, and nothing says which of them means entailed", "Set label: its config.json names them under id2label.");
        var label = settings.Label ?? 0;
        if (label >= outputs.Length || settings.Among?.Any(a => a >= outputs.Length) is true)
            throw Wrong($"the model has {outputs.Length} outputs", "Mend label and among: they count from 0.");
        return Math.Clamp((settings.Activation ?? (outputs.Length > 1 ? "softmax" : "sigmoid")) switch
        {
            "softmax" => Softmax(outputs, label),
            "sigmoid" => 1 / (1 + Math.Exp(-outputs[label])),
            _ => outputs[label],
        }, 0, 1);
    }

    private double Softmax(float[] outputs, int label) =>
        1 / (settings.Among ?? [.. Enumerable.Range(0, outputs.Length)]).Sum(other => Math.Exp(outputs[other] - outputs[label]));

    private static float[] Values(OrtValue output, TensorElementType type) => type switch
    {
        TensorElementType.Float => output.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Float16 => Array.ConvertAll(output.GetTensorDataAsSpan<Float16>().ToArray(), v => (float)v),
        _ => throw Wrong($"its outputs are {type}", "Export it with outputs of float32 or float16."),
    };

    private static InputException Wrong(string found, string mend) => new(new InputProblem("verifier", $"model: {found}", mend));
}
