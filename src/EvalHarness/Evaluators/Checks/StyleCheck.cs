using System.Globalization;
using System.Text.Json.Serialization;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How alike a text is to a sample of the wanted style.</summary>
/// <remarks>
/// Unit: a ratio in [0, 1], higher is better: the cosine of the relative frequencies of character n-grams. Texts of one language and subject are alike from the start, and short ones
/// less than long ones: compare pipelines by it, and set no bar without having measured good answers. Source: Kešelj et al. 2003, N-gram-based author profiles, PACLING.
/// </remarks>
internal sealed class StyleCheck(string sample, int n) : IGauge
{
    private readonly GramProfile profile = GramProfile.Of(sample, n);

    public IReadOnlyList<Dial> Dials { get; } = [new("", Unit.Ratio, Direction.Higher)];

    public string Content { get; } = ContentHash.Of(sample);

    public static StyleCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        if (read.N is < 1 or > 5)
            throw settings.Wrong("n", string.Create(CultureInfo.InvariantCulture, $"n-grams of {read.N} characters"), "Write 1 to 5.");
        var sample = settings.ReadFile(read.Sample);
        return sample.Trim().Length >= 200 ? new StyleCheck(sample, read.N) : throw settings.Wrong("sample", $"'{read.Sample}' holds less than 200 characters", "Give a few paragraphs in the wanted style.");
    }

    public IReadOnlyList<Reading> Measure(CheckedReply reply)
    {
        var given = GramProfile.Of(reply.Text, n);
        return [given.IsEmpty ? new(null, "there is no text") : new(profile.CosineWith(given), "likeness to the sample")];
    }

    internal sealed record Settings
    {
        /// <summary>A text in the wanted style.</summary>
        [JsonRequired]
        public string Sample { get; init; } = "";

        /// <summary>Characters in a gram.</summary>
        public int N { get; init; } = 3;
    }
}
