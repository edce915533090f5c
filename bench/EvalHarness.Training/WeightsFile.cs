using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Weights;
using EvalHarness.Statistics;

namespace EvalHarness.Training;

/// <summary>Trains on everything that may train and writes the weights, with what they were made from and how good they are.</summary>
internal static class WeightsFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, string data, IReadOnlyList<LabelledAnswer> answers, TrainingOptions options, IReadOnlyList<Result> results)
    {
        var training = answers.Where(a => LabelledData.MayTrain(a.File)).ToList();
        var model = Trainer.Train(training, options);
        var threshold = CrossValidation.Of(answers, options).Threshold(training);
        var lines = new List<string>
        {
            Line("about", "Weights of the local verifier. Made by a tool: do not edit."),
            Line("command", "dotnet run --project bench/EvalHarness.Training -c Release -- ../shared/data/groundedness src/EvalHarness/Evaluators/Groundedness/Weights/local.weights.json"),
            Line("options", JsonSerializer.SerializeToNode(options)),
            Line("trained_on_sha256", Hashes(data)),
            Line("cross_validation", new JsonObject(results.Select(r => KeyValuePair.Create(r.Name, (JsonNode?)Figures(r))))),
            Line("own_share", model.OwnShare),
            Line("contradiction", model.Contradiction),
            Line("threshold", Round(threshold)),
            $"  \"features\": [\n{string.Join(",\n", FeatureSet.All.Select((f, i) => "    " + Feature(f, model.Means[i], model.Coefficients[i]).ToJsonString(Plain)))}\n  ]",
            $"  \"trees\": [\n{string.Join(",\n", model.Trees.Select(t => "    " + Tree(t).ToJsonString(Plain)))}\n  ]",
        };
        File.WriteAllText(path, $"{{\n{string.Join(",\n", lines)}\n}}\n");
    }

    private static string Line(string name, JsonNode? value) => $"  \"{name}\": {value?.ToJsonString(Plain)}";

    private static JsonObject Hashes(string data) =>
        new(LabelledData.Files.Where(LabelledData.MayTrain).Select(file => file + ".jsonl.gz").Select(file => KeyValuePair.Create(file, (JsonNode?)Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(data, file)))))));

    private static JsonObject Figures(Result result)
    {
        var figures = new JsonObject { ["balanced_accuracy"] = Math.Round(result.BalancedAccuracy, 4), ["auc"] = Math.Round(result.AreaUnderCurve, 4), ["auc_within_model"] = Math.Round(result.Within, 4) };
        (figures["balanced_accuracy_95"], figures["auc_95"]) = (Ends(result.AccuracyInterval), Ends(result.AucInterval));
        foreach (var file in result.Files)
            figures[file.File] = new JsonArray(Math.Round(file.BalancedAccuracy, 4), Math.Round(file.Auc, 4));
        return figures;
    }

    private static JsonArray Ends(Interval interval) => new(Math.Round(interval.Low!.Value, 4), Math.Round(interval.High!.Value, 4));

    private static JsonObject Feature(Feature feature, double mean, double coefficient) => new()
    {
        ["name"] = feature.Name,
        ["direction"] = feature.Direction,
        ["mean"] = Round(mean),
        ["coefficient"] = Round(coefficient),
        ["meaning"] = feature.Meaning,
    };

    private static JsonObject Tree(DecisionTree tree) => new()
    {
        ["feature"] = new JsonArray([.. tree.Feature.Select(f => JsonValue.Create(f))]),
        ["cut"] = new JsonArray([.. tree.Cut.Select(c => JsonValue.Create(Round(c)))]),
        ["left"] = new JsonArray([.. tree.Left.Select(l => JsonValue.Create(l))]),
        ["value"] = new JsonArray([.. tree.Value.Select(v => JsonValue.Create(Round(v)))]),
    };

    /// <summary>Six significant figures.</summary>
    private static double Round(double value) => double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
