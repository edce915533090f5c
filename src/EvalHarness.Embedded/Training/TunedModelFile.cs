using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Embedded.Reading;
using EvalHarness.Inputs;

namespace EvalHarness.Embedded.Training;

/// <summary>Keeps what a reader learned in <c>reader.json</c>: weights that can be read, and loaded without ML.NET.</summary>
internal static class TunedModelFile
{
    private const string FileName = "reader.json";

    private static readonly JsonSerializerOptions Json = new(InputJson.Options);

    public static void Write(TunedModel model, string folder)
    {
        using var stream = File.Create(Path.Combine(folder, FileName));
        JsonSerializer.Serialize(stream, model, Json);
    }

    /// <summary>Throws InputException when the file is missing, damaged, or made by another version of the trainer.</summary>
    public static TunedModel Read(Checkpoint checkpoint)
    {
        var file = checkpoint.PathOf(FileName);
        if (checkpoint.Manifest.Trainer != ReaderTrainer.Version)
            throw Unusable(file, $"it was made by {checkpoint.Manifest.Trainer}, and this is {ReaderTrainer.Version}");
        if (!File.Exists(file))
            throw Unusable(file, "there is no such file");

        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<TunedModel>(stream, Json)!;
        }
        catch (JsonException exception)
        {
            throw Unusable(file, exception.Message.TrimEnd('.'));
        }
    }

    private static InputException Unusable(string file, string found) => new(new InputProblem(file, found, "Run `evalharness train` again."));
}
