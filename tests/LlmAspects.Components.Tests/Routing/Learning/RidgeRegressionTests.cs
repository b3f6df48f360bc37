using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Tests.Routing.Learning;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void Weights_SolveTheNormalEquations()
    {
        var random = new Random(5);
        SparseVector[] rows = [.. Enumerable.Range(0, 30).Select(_ => new SparseVector([0, 1, 2], [random.NextSingle(), random.NextSingle(), random.NextSingle()]))];
        float[] targets = [.. rows.Select(row => (2 * row.Values[0]) - row.Values[2] + (0.1f * random.NextSingle()))];

        float[] weights = RidgeRegression.Solve(rows, columns: 3, targets, ridge: 0.5);

        // The gradient of the penalised error is 0: Xᵀ(y - Xw) = ridge w.
        for (int column = 0; column < 3; column++)
        {
            double left = rows.Zip(targets).Sum(pair => pair.First.Values[column] * (pair.Second - RidgeRegression.Apply(pair.First, weights)));
            left.ShouldBe(0.5 * weights[column], tolerance: 1e-3);
        }
    }

    [Fact]
    public void LargePenalty_DrawsTheWeightsToNothing() =>
        RidgeRegression.Solve([new SparseVector([0], [1])], columns: 1, [1f], ridge: 999)[0].ShouldBe(0.001f, tolerance: 1e-5);

    [Fact]
    public void NothingToExplain_IsNoWeight() => RidgeRegression.Solve([new SparseVector([0], [1]), new SparseVector([], [])], columns: 2, [0f, 0f], ridge: 1).ShouldBe([0f, 0f]);
}
