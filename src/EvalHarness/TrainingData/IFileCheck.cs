namespace EvalHarness.TrainingData;

/// <summary>A check that needs more than one example: it sees all of them in the order of the file.</summary>
internal interface IFileCheck
{
    void See(ReadExample example, FindingList findings);

    /// <summary>All examples were seen.</summary>
    void Finish(FindingList findings)
    {
    }
}
