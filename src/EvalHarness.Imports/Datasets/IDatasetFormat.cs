using EvalHarness.Datasets;

namespace EvalHarness.Imports.Datasets;

/// <summary>Reads the gold data of one tool.</summary>
public interface IDatasetFormat
{
    /// <summary>As the command line names it.</summary>
    string Name { get; }

    /// <summary>In one line, for the help.</summary>
    string Description { get; }

    /// <summary>In the order of the source; ids may repeat.</summary>
    /// <exception cref="Inputs.InputException">The source is missing or wrong.</exception>
    IAsyncEnumerable<Sample> SamplesAsync(ImportRequest request, LeftOut leftOut, CancellationToken cancellationToken);

    /// <summary>The articles that evidence points into; nothing for a format without.</summary>
    IAsyncEnumerable<Document> DocumentsAsync(ImportRequest request, CancellationToken cancellationToken) => AsyncEnumerable.Empty<Document>();
}
