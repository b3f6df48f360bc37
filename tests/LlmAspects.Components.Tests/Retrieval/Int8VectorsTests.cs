using CsCheck;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class Int8VectorsTests
{
    [Fact]
    public void Dot_IsTheSumOfTheProducts() =>
        Gen.Select(Gen.SByte[-127, 127], Gen.SByte[-127, 127]).Array[0, 300].Sample(pairs =>
            Int8Vectors.Dot([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]).ShouldBe(pairs.Sum(pair => pair.Item1 * pair.Item2)));

    [Fact]
    public void LargestValues_DoNotOverflow()
    {
        sbyte[] values = [.. Enumerable.Repeat((sbyte)-127, 65_536)];

        Int8Vectors.Dot(values, values).ShouldBe(127 * 127 * 65_536);
    }

    [Fact]
    public void Quantized_IsWithinHalfAStep() => Gen.Float[-3, 3].Array[1, 200].Where(values => values.Any(value => value != 0)).Sample(values =>
    {
        sbyte[] quantized = Int8Vectors.Quantize(values, out float scale);

        values.Zip(quantized).ShouldAllBe(pair => Math.Abs(pair.First - (pair.Second * scale)) <= (scale / 2) + 1e-6f);
    });
}
