using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Chat;

/// <summary>A model and where it is to be had.</summary>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Endpoint">Absent for a model that is in the program.</param>
public sealed record ModelSource(ModelOptions Options, string Folder, NamedEndpoint? Endpoint);
