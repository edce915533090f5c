namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>All features, in the order of the weights.</summary>
internal static class FeatureSet
{
    private static readonly IFeatureFamily[] Families =
    [
        new CoverageFeatures(), new MissingFeatures(), new OrderFeatures(), new PhraseFeatures(), new SubjectFeatures(), new SubstitutionFeatures(), new QuantityFeatures(), new NameFeatures(),
        new PolarityFeatures(), new StrengthFeatures(), new RecordFeatures(), new FramingFeatures(), new AlignmentFeatures(), new ReferenceFeatures(), new RuleFeatures(), new ContradictionFeatures(),
    ];

    public static IReadOnlyList<Feature> All { get; } = [.. Families.SelectMany(f => f.Features)];

    public static double[] Read(ClaimReading reading)
    {
        var values = new double[All.Count];
        var place = 0;
        foreach (var family in Families)
        {
            family.Read(reading, values.AsSpan(place, family.Features.Count));
            place += family.Features.Count;
        }

        return values;
    }
}
