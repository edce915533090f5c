using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Of whom a claim speaks that begins with a pronoun: of what the claim before it begins with.</summary>
internal sealed class ReferenceFeatures : IFeatureFamily
{
    private const int Reach = 2;
    private const int Subject = 3;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("antecedent-elsewhere", -1, "1 when the claim begins with a pronoun and nothing of what the claim before it begins with stands in the best sentence or the two before that; 0 for records"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var text = reading.Match.Texts[reading.Single.Text].Evidence;
        if (!reading.Claim.LeansBack || text.IsRecord)
            return;
        var from = text.Sentences[Math.Max(0, reading.Single.First - Reach)].First;
        var there = text.Words[from..text.Sentences[reading.Single.First].End];
        var subject = WordReader.Read(reading.Claim.Source.Before).Where(w => w.IsContent).Take(Subject).ToList();
        values[0] = subject.Count > 0 && !subject.Exists(s => there.Exists(w => w.Stem == s.Stem) || text.Title.Contains(s.Stem)) ? 1 : 0;
    }
}
