using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EvalHarness.Embedded.Learning;

/// <summary>Fits logistic models with ML.NET's L-BFGS, on one thread: the same rows give the same weights.</summary>
internal sealed class LinearTrainer(int seed)
{
    private const float L2 = 0.5f;

    /// <summary>A model that always says no when no row does say yes, or the reverse.</summary>
    public LinearModel Fit(IReadOnlyList<LabelledFeatures> rows)
    {
        var width = rows.Count == 0 ? 0 : rows[0].Features.Length;
        if (rows.All(r => r.Label) || !rows.Any(r => r.Label))
            return new LinearModel(new float[width], rows.Any(r => r.Label) ? 10 : -10);

        var ml = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(LabelledFeatures));
        schema[nameof(LabelledFeatures.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = L2,
            NumberOfThreads = 1,
        }).Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model;
        return Of(model);
    }

    private static LinearModel Of(CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> model) =>
        new([.. model.SubModel.Weights], model.SubModel.Bias);
}
