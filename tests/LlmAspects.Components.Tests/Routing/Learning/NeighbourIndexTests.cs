using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Tests.Routing.Learning;

public sealed class NeighbourIndexTests
{
    [Fact]
    public void Nearest_AreThoseOfACompleteComparison()
    {
        var random = new Random(3);
        SparseVector[] vectors = [.. Enumerable.Range(0, 200).Select(_ => Any(random))];
        var index = new NeighbourIndex(vectors, terms: 50);
        for (int round = 0; round < 50; round++)
        {
            SparseVector asked = Any(random);

            float[] found = [.. index.Find(asked, 10).Select(static pair => pair.Similarity).OrderDescending()];

            float[] expected = [.. vectors.Select(vector => Cosine(vector, asked)).Where(static cosine => cosine > 0).OrderDescending().Take(10)];
            found.Length.ShouldBe(expected.Length);
            found.Zip(expected).ShouldAllBe(static pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        }
    }

    [Fact]
    public void NothingInCommon_FindsNobody() => new NeighbourIndex([new SparseVector([0], [1])], terms: 2).Find(new SparseVector([1], [1]), 5).ShouldBeEmpty();

    private static SparseVector Any(Random random)
    {
        int[] indices = [.. Enumerable.Range(0, 50).Where(_ => random.Next(8) == 0)];
        return new SparseVector(indices, [.. indices.Select(_ => random.NextSingle() + 0.01f)]);
    }

    private static float Cosine(SparseVector left, SparseVector right) =>
        left.Indices.Zip(left.Values).Sum(pair => Array.IndexOf(right.Indices, pair.First) is >= 0 and var place ? pair.Second * right.Values[place] : 0);
}
