using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Detectors;

/// <summary>The alarm of one guardrail: watches answers drawn anew, and judges changes once. An alarm stands until somebody changes the candidate or acknowledges it.</summary>
public sealed record GuardrailWatch(AlarmBudget Budget)
{
    /// <summary>Over the nights with evidence.</summary>
    public ShiryaevRoberts Detector { get; private init; } = new();

    /// <summary>Changes that spent a part of α.</summary>
    public int Judged { get; private init; }

    /// <summary>Nights so far.</summary>
    public int Nights { get; private init; }

    /// <summary>The night of the alarm, from 1; absent while there is none.</summary>
    public int? AlarmNight { get; private init; }

    /// <summary>The night, from 1, on which the loss likely began; absent without an alarm.</summary>
    public int? OnsetNight { get; private init; }

    /// <summary>The night on which the evidence of each step of the detector was found.</summary>
    private IReadOnlyList<int> Steps { get; init; } = [];

    public GuardrailWatch After(NightEvidence evidence)
    {
        var night = Nights + 1;
        var next = this with
        {
            Nights = night,
            Detector = evidence.E is { } e ? Detector.After(e) : Detector,
            Steps = evidence.E is null ? Steps : [.. Steps, night],
            Judged = Judged + (evidence.ChangeP is null ? 0 : 1),
        };
        if (AlarmNight is not null)
            return next;
        if (evidence.ChangeP <= Budget.AlphaOf(next.Judged))
            return next with { AlarmNight = night, OnsetNight = night };
        return next.Detector.Statistic >= Budget.Threshold
            ? next with { AlarmNight = night, OnsetNight = next.Steps[next.Detector.OnsetNight - 1] }
            : next;
    }
}
