using EvalHarness.Pipelines;

namespace EvalHarness;

/// <summary>Told how far an evaluation is. Called from several threads at once.</summary>
public interface IEvaluationProgress
{
    /// <param name="workItems">How many answers are wanted.</param>
    /// <param name="done">How many a resumed run has already.</param>
    void Replaying(int workItems, int done);

    void Traced(Trace trace);

    void Scoring(int scores);

    void Scored();

    void Reporting();
}
