namespace EvalHarness.Evaluators.Checks;

/// <summary>A check that a reply passes or fails. Stateless; called from several threads at once.</summary>
internal interface IRule : ICheck
{
    /// <summary>Whether it is judged leniently too, as <c>id-lenient</c>.</summary>
    bool HasLenientReading => true;

    RuleOutcome Judge(CheckedReply reply);

    /// <summary>The outcome on the first lenient reading that passes, or on the reply as it stands.</summary>
    RuleOutcome JudgeLeniently(CheckedReply reply) => LenientReadings.Judge(this, reply);
}
