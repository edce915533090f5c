namespace EvalHarness.Decisions.Boundaries;

/// <summary>A circumstance of the user's on which a choice may turn.</summary>
public enum BoundaryParameter
{
    /// <summary>Questions a day; decided by cost.</summary>
    Volume,

    /// <summary>Of the questions, those whose fact has changed since training; decided by right answers.</summary>
    ChangedShare,

    /// <summary>Of the questions, those that nothing answers; decided by truthfulness.</summary>
    UnanswerableShare,

    /// <summary>What a wrong answer costs, in USD; decided by cost with that of wrong answers.</summary>
    WrongAnswerUsd,
}
