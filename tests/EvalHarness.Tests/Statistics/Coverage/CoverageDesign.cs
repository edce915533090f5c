namespace EvalHarness.Tests.Statistics.Coverage;

/// <summary>So many clusters of so many rows; of one row each, they are independent.</summary>
internal readonly record struct CoverageDesign(int Clusters, int Size)
{
    public override string ToString() => Size == 1 ? $"n = {Clusters}" : $"{Clusters} × {Size}";
}
