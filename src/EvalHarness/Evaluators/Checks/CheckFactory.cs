using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Builds metrics of kind <c>check</c>: <c>{ check: regex, pattern: … }</c>.</summary>
public sealed class CheckFactory : IMetricFactory
{
    public const string CheckKind = "check";

    public string Kind => CheckKind;

    public void Check(MetricSource metric) => Make(metric);

    public IEvaluator Build(MetricSource metric, AnswerReader reader)
    {
        var (definition, check) = Make(metric);
        var described = $"{definition.Name}/{definition.Version} settings={metric.SettingsHash(check.Content)}";
        var settings = new CheckSettings(metric);
        var part = new CheckedPart(reader, settings.Field);
        return check switch
        {
            IRule rule => new RuleEvaluator(rule, metric, described, part, settings.AnswersOnly),
            IGauge gauge => new GaugeEvaluator(gauge, metric, described, part, settings.AnswersOnly),
            _ => throw new InvalidOperationException($"check {definition.Name}: neither a rule nor a gauge."),
        };
    }

    private static (CheckDefinition Definition, ICheck Check) Make(MetricSource metric)
    {
        var settings = new CheckSettings(metric);
        string[] names = [.. CheckCatalog.All.Select(c => c.Name)];
        if ((string?)metric.Settings["check"] is not { } name)
            throw settings.Wrong("", "no check is named", $"Write check: with one of {string.Join(", ", names)}.");
        var definition = CheckCatalog.All.FirstOrDefault(c => c.Name == name)
            ?? throw settings.Wrong("check", $"there is no check '{name}'", $"{NearestName.Question(name, names)}Known: {string.Join(", ", names)}.");
        if (settings.Field is { } field && !field.StartsWith('/'))
            throw settings.Wrong("field", $"'{field}' is no JSON pointer", $"Write /{field}.");
        return (definition, definition.Make(settings));
    }
}
