using System.Text;
using EvalHarness.Decisions.Studies;

namespace EvalHarness.Reports;

/// <summary>Writes studies beside the run that is decided on: <c>studies.json</c>, which its reports are made from.</summary>
public static class StudyWriter
{
    public static Task WriteAsync(StudyResults results, string folder, CancellationToken cancellationToken)
    {
        var text = StudyFile.Text(results);
        return WholeFile.WriteAsync(Path.Combine(folder, StudyFile.Name), stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
    }
}
