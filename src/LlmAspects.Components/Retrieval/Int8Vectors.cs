using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>Vectors in whole numbers of 8 bits.</summary>
internal static class Int8Vectors
{
    private const int Max = 127;

    /// <summary>Rounds to the nearest of 255 steps, as wide as the largest value needs.</summary>
    /// <param name="values">The values, at least one of them not 0.</param>
    /// <param name="scale">What a step is worth.</param>
    public static sbyte[] Quantize(ReadOnlySpan<float> values, out float scale)
    {
        scale = TensorPrimitives.MaxMagnitude(values);
        scale = Math.Abs(scale) / Max;
        var quantized = new sbyte[values.Length];
        for (int i = 0; i < quantized.Length; i++)
        {
            quantized[i] = (sbyte)Math.Clamp(MathF.Round(values[i] / scale), -Max, Max);
        }

        return quantized;
    }

    /// <summary>The dot product, exact. A product of two values fits into 16 bits, the sum of 100,000 of them into 32.</summary>
    /// <param name="left">Values from -127 to 127.</param>
    /// <param name="right">As many.</param>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        right = right[..left.Length];
        ReadOnlySpan<Vector<sbyte>> lefts = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(left);
        ReadOnlySpan<Vector<sbyte>> rights = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(right);
        Vector<int> sums = Vector<int>.Zero;
        for (int i = 0; i < lefts.Length; i++)
        {
            Vector.Widen(lefts[i], out Vector<short> lowLeft, out Vector<short> highLeft);
            Vector.Widen(rights[i], out Vector<short> lowRight, out Vector<short> highRight);
            Vector.Widen(lowLeft * lowRight, out Vector<int> first, out Vector<int> second);
            Vector.Widen(highLeft * highRight, out Vector<int> third, out Vector<int> fourth);
            sums += first + second + third + fourth;
        }

        int sum = Vector.Sum(sums);
        for (int i = lefts.Length * Vector<sbyte>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
