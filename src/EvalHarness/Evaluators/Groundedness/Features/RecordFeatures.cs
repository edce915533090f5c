using EvalHarness.Evaluators.Groundedness.Records;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Records: fields whose value is no but are claimed, or whose value is yes but are denied; opening hours day by day.</summary>
internal sealed class RecordFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("fields-contradicted", -1, "words of the claim whose only fields say the reverse, at most 4"),
        new("fields-share", 0, "share of the claim's own stems that stand in a record's fields, in [0, 1]; 0 for prose"),
        new("hours-wrong", -1, "days for which the claim names times that the record does not have, at most 7"),
        new("hours-right", 0, "1 when the claim names days with times and the record has all of them"),
        new("fields-unknown", -1, "words of the claim that stand nowhere but in the name of a field without a value, at most 3"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var (yes, no) = (0UL, 0UL);
        foreach (var text in reading.Match.Texts.Where(t => t.Evidence.IsRecord))
        {
            for (var sentence = 0; sentence < text.Masks.Length; sentence++)
            {
                if (!text.Evidence.Fields[sentence])
                    continue;
                yes |= text.Masks[sentence] & ~text.Negated[sentence];
                no |= text.Negated[sentence];
            }

            ReadHours(reading.Claim, text.Evidence, values);
            values[4] = Math.Min(3, values[4] + ClaimReading.Bits(reading.Missing).Count(bit => text.Evidence.Unknown.Contains(reading.Claim.Stems[bit])));
        }

        var mine = reading.Claim.NegatedStems;
        var clash = (no & ~yes & ~mine) | (yes & ~no & mine);
        values[0] = Math.Min(4, ClaimReading.Count(clash & reading.Own));
        values[1] = reading.Own == 0 ? 0 : ClaimReading.Count((yes | no) & reading.Own) / (double)ClaimReading.Count(reading.Own);
    }

    private static void ReadHours(PreparedClaim claim, PreparedEvidence evidence, Span<double> values)
    {
        var said = OpeningHours.Read(new WordRun(claim.Text, claim.Words), claim.Quantities);
        if (said.TrueForAll(s => s.Times.Count == 0))
            return;
        var wrong = 0;
        for (var day = 0; day < 7; day++)
        {
            var there = evidence.HoursOf(day);
            // Closed days count only when a range of few days names them: "daily" is loose.
            if (said.Exists(s => (s.Days >> day & 1) != 0 && s.Times.Exists(time => !there.Contains(time))))
                wrong++;
        }

        values[2] = Math.Max(values[2], wrong);
        values[3] = wrong == 0 ? 1 : 0;
    }
}
