r"""Confusion matrix: true classes in rows, predicted ones in columns.

One `bincount` counts the pairs. The diagonal holds what is right, and each row sums to
the samples of its class. Name the axes: others may put the predictions in rows.

$$M_{ij} = \sum_n [y_n = i][\hat{y}_n = j]$$

Attributes: Shapes
    target: (N,) int64
    predicted: (N,) int64
    matrix: (10, 10) int64, rows are true classes

Asked as:
    sklearn.metrics.confusion_matrix; ConfusionMatrixDisplay; plot_confusion_matrix,
    plot the confusion; tf.math.confusion_matrix; confusionmat, confusionchart, confmat;
    table(actual, predicted); error matrix, contingency table; which classes get mixed
    up; show which classes the model confuses; what is mistaken for what; what does the
    net take the eights for; count true and false positives and negatives; count every
    pair of actual and predicted class; heatmap of true against predicted labels; plot a
    table of predictions against ground truth; real and guessed classes in a matrix; are
    rows the labels or the predictions; cross-tabulate labels
"""
# needs: matplotlib

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

digits = load_digits()
classifier = LogisticRegression(max_iter=1000)  # any classifier will do
classifier.fit(digits.data[:900] / 16, digits.target[:900])
predicted = torch.tensor(classifier.predict(digits.data[900:] / 16))
target = torch.tensor(digits.target[900:])

C = 10
matrix = torch.bincount(target * C + predicted, minlength=C * C).reshape(C, C)  # <-
print(matrix[8])  # what the eights are taken for
#> tensor([ 0,  3,  0,  0,  0,  4,  0,  0, 77,  2])
print(torch.equal(matrix.sum(dim=1), torch.bincount(target)))
#> True

figure, axes = plt.subplots(figsize=(3.6, 3.4))
axes.imshow(matrix.numpy(), cmap="Blues", norm="asinh")  # small counts show too
for row in range(C):
    for column in range(C):
        count = int(matrix[row, column])
        colour = "white" if count > 20 else "black"
        axes.text(column, row, count or "", ha="center", va="center", color=colour)
axes.set(xlabel="predicted", ylabel="true", xticks=range(C), yticks=range(C))
axes.set_title("Confusion matrix of ten digits")
plt.show()
